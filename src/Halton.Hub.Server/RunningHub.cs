namespace Halton.Hub.Server;

/// <summary>What a serving hub writes into its data folder, so that the other commands find it.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="Http">Address of the HTTP port, for example <c>http://127.0.0.1:5080</c>.</param>
/// <param name="Grpc">Address of the gRPC port.</param>
/// <param name="Issuer">The address that it issues tokens under: the public one, where it has one.</param>
/// <param name="OwnerConnection">How to reach its database as the owner.</param>
/// <param name="PrivateCluster">Whether the database is the hub's own and stops with it.</param>
internal sealed record RunningHub(int Pid, string Http, string Grpc, string Issuer, string OwnerConnection, bool PrivateCluster);
