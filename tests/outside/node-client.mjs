// usage: node node-client.mjs HTTP GRPC DATA
// An ordinary program of a trust, with the public gRPC and JOSE packages and none of the hub's code. It tells the hub of one stay from
// admission to discharge, watches that stay meanwhile, and ends with 1 when any answer is not what the contract says.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';
import { importJWK, SignJWT } from 'jose';
import { freshNhsNumber } from './nhs-number.mjs';

const [http, grpcAddress, data] = process.argv.slice(2);
const kinds = ['discharge.admitted', 'discharge.criteria-reviewed', 'discharge.pathway-assigned', 'discharge.confirmed'];
const patience = 10_000;

const definition = loader.loadSync(['halton/hub/discharge/v1/discharge_service.proto', 'google/rpc/status.proto'], {
  includeDirs: [join(import.meta.dirname, '../../protos'), import.meta.dirname],
  keepCase: true,
  enums: String,
  longs: String,
  defaults: true,
  oneofs: true,
});

// Exchanges an assertion signed by the trust's own key for an access token.
async function askToken(assertion) {
  const answer = await fetch(`${http}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  return { status: answer.status, body: await answer.json() };
}

async function signAssertion() {
  const jwk = JSON.parse(readFileSync(join(data, 'keys', 'rww.json'), 'utf8'));
  return new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'ES384', kid: jwk.kid, typ: 'JWT' })
    .setIssuer('rww')
    .setSubject('rww')
    .setAudience(`${http}/oauth2/token`)
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(await importJWK(jwk, 'ES384'));
}

function connect(token) {
  const { DischargeService } = grpc.loadPackageDefinition(definition).halton.hub.discharge.v1;
  const client = new DischargeService(new URL(grpcAddress).host, grpc.credentials.createInsecure());
  const metadata = new grpc.Metadata();
  if (token) metadata.set('authorization', `Bearer ${token}`);
  metadata.set('purpose-of-use', 'TREAT');
  return {
    call: (name, request) =>
      new Promise((resolve, reject) => {
        client[name](request, metadata, { deadline: Date.now() + patience }, (error, answer) => (error ? reject(error) : resolve(answer)));
      }),
    watch: () => client.watchDischarges({}, metadata),
    close: () => client.close(),
  };
}

// The google.rpc details of an error, by the name of their type.
function details(error) {
  const [bytes] = error.metadata.get('grpc-status-details-bin');
  assert.ok(bytes, `${error.message}: no google.rpc.Status came with the error`);
  const status = definition['google.rpc.Status'].deserialize(bytes);
  assert.equal(status.code, error.code, 'the code in google.rpc.Status');
  return Object.fromEntries(
    status.details.map((any) => {
      const type = any.type_url.split('/').pop();
      return [type, definition[type]?.deserialize(any.value)];
    }),
  );
}

async function refused(code, work) {
  const error = await work().then(
    () => assert.fail(`the hub took what it should refuse with ${grpc.status[code]}`),
    (e) => e,
  );
  assert.equal(grpc.status[error.code], grpc.status[code], `${error.message}`);
  return error;
}

// Everything that the watch tells, from its first bookmark on.
async function openWatch(hub) {
  const stream = hub.watch();
  const heard = [];
  let ended;
  let wake = () => {};
  stream.on('data', (message) => {
    heard.push(message);
    wake();
  });
  stream.on('error', (error) => {
    ended = error;
    wake();
  });
  async function until(what, found) {
    const deadline = Date.now() + patience;
    while (!found()) {
      if (ended) throw ended;
      const left = deadline - Date.now();
      assert.ok(left > 0, `the watch did not tell of ${what} within ${patience / 1000} s`);
      let timer;
      await new Promise((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, left);
      });
      clearTimeout(timer);
    }
  }
  await until('its first resume token', () => heard.length > 0);
  assert.ok(heard[0].resume_token, 'the first message of a watch carries a resume token');
  const of = (id) => heard.map((message) => message.event).filter((event) => event?.discharge.discharge_id === id);
  return { of, until, close: () => stream.cancel() };
}

const timestamp = (ago) => ({ seconds: String(Math.floor(Date.now() / 1000) - ago), nanos: 0 });
const [minute, hour, day] = [60, 3600, 86400];
const londonDay = (ago) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(Date.now() - ago * 1000);

const admission = (nhsNumber) => ({
  request_id: randomUUID(),
  nhs_number: nhsNumber,
  nhs_number_status: { code: '01' },
  patient: { name: { family: 'Example', given: ['Edith'] }, birth_date: '1939-11', gender: 'female', local_authority: 'E06000006' },
  spell_identifier: randomUUID(),
  site: 'RWWWH',
  ward: 'A1',
  admitted_at: timestamp(3 * day),
});

// Admits somebody who is not in hospital already.
async function admit(hub, tries = 5) {
  const request = admission(freshNhsNumber());
  try {
    return { request, stay: await hub.call('recordAdmission', request) };
  } catch (error) {
    if (error.code !== grpc.status.ALREADY_EXISTS || tries === 0) throw error;
    return admit(hub, tries - 1);
  }
}

function expect(step, stay, state, more = {}) {
  console.log(`${step}: ${stay.state}`);
  assert.equal(stay.state, state, `the state after ${step}`);
  for (const [field, value] of Object.entries(more)) assert.deepEqual(stay[field], value, `${field} after ${step}`);
}

async function story(hub) {
  const watch = await openWatch(hub);
  const { request, stay: admitted } = await admit(hub);
  const discharge_id = admitted.discharge_id;
  expect('admission', admitted, 'DISCHARGE_STATE_ADMITTED', { nhs_number: request.nhs_number, trust: 'RWW', criteria_to_reside: 'CRITERIA_TO_RESIDE_UNSPECIFIED' });
  assert.deepEqual(await hub.call('recordAdmission', request), admitted, 'the same request again gets the first answer again');

  const reviewed = await hub.call('reviewCriteriaToReside', { request_id: randomUUID(), discharge_id, reviewed_at: timestamp(day), criteria: [], reviewer_role: 'consultant' });
  expect('review', reviewed, 'DISCHARGE_STATE_READY', { criteria_to_reside: 'CRITERIA_TO_RESIDE_NOT_MET' });

  const status = await hub.call('getDischargeStatus', { nhs_number: request.nhs_number, view: 'DISCHARGE_VIEW_FULL' });
  expect('status', status, 'DISCHARGE_STATE_READY', { discharge_id, etag: reviewed.etag, discharge_ready_date: londonDay(day), days_since_ready: 1 });
  assert.equal(status.next_action.code, 'assign-pathway', 'the next action');
  assert.equal(status.patient.birth_date, '1939-11', 'the partial date keeps its precision');

  const assignment = { discharge_id, pathway: { code: 'P1' }, decided_at: timestamp(hour), decided_by_role: 'care-transfer-hub', care_transfer_hub_referred: true };
  const stale = await refused(grpc.status.ABORTED, () => hub.call('assignPathway', { ...assignment, request_id: randomUUID(), etag: admitted.etag }));
  assert.equal(details(stale)['google.rpc.ErrorInfo'].metadata.current_etag, status.etag, 'the current etag comes with the refusal of a stale one');
  const planned = await hub.call('assignPathway', { ...assignment, request_id: randomUUID(), etag: status.etag });
  expect('pathway', planned, 'DISCHARGE_STATE_PLANNED', { warnings: [] });
  assert.equal(planned.pathway.code, 'P1', 'the pathway');

  const left = { request_id: randomUUID(), discharge_id, discharged_at: timestamp(minute), discharge_method: { code: '1' }, discharge_destination: { code: '19' }, etag: planned.etag };
  const gone = await hub.call('confirmDischarge', left);
  expect('discharge', gone, 'DISCHARGE_STATE_DISCHARGED', { warnings: [], next_action: null });

  await watch.until('all four changes', () => watch.of(discharge_id).length >= kinds.length);
  watch.close();
  const events = watch.of(discharge_id);
  assert.deepEqual(events.map((event) => event.kind), kinds, 'the events of the stay, once each and in order');
  assert.deepEqual(events.map((event) => event.discharge.etag), [admitted, reviewed, planned, gone].map((stay) => stay.etag), 'each event shows the stay right after its change');
  console.log(`watch: ${kinds.join(', ')}`);
}

async function badNumber(hub) {
  const error = await refused(grpc.status.INVALID_ARGUMENT, () => hub.call('recordAdmission', admission('9991234560')));
  const violations = details(error)['google.rpc.BadRequest']?.field_violations ?? [];
  assert.deepEqual(violations.map((v) => [v.field, v.reason]), [['nhs_number', 'NHS_NUMBER_INVALID']], 'the field that google.rpc.BadRequest names');
  console.log(`bad NHS number: ${violations[0].field}: ${violations[0].description}`);
}

async function main() {
  const assertion = await signAssertion();
  const first = await askToken(assertion);
  assert.equal(first.status, 200, `the token endpoint said ${JSON.stringify(first.body)}`);
  assert.equal(first.body.token_type, 'Bearer');
  assert.ok(first.body.expires_in > 0 && first.body.expires_in <= 300, 'a token lives for 300 s at most');
  const replayed = await askToken(assertion);
  assert.deepEqual([replayed.status, replayed.body.error], [401, 'invalid_client'], 'an assertion works once');

  const nobody = connect();
  await refused(grpc.status.UNAUTHENTICATED, () => nobody.call('getDischargeStatus', { nhs_number: freshNhsNumber() }));
  nobody.close();

  const hub = connect(first.body.access_token);
  await story(hub);
  await badNumber(hub);
  hub.close();
}

try {
  await main();
} catch (error) {
  console.error(`node-client: ${error.message}`);
  process.exit(1);
}
