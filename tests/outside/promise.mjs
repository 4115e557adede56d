// usage: node promise.mjs PROTOS
// Prints the buf image of a folder of protos as JSON of one fact a line, so that a reader of a change sees what is new.
import { execFileSync } from 'node:child_process';

const image = execFileSync('buf', ['build', process.argv[2], '--exclude-source-info', '-o', '-#format=json'], { maxBuffer: 64 << 20 });
process.stdout.write(`${JSON.stringify(JSON.parse(image), null, 1)}\n`);
