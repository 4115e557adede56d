// usage: node graphql-streams.mjs HTTP DATA
// Follows a ward with the public clients of the two subscription protocols, graphql-ws and graphql-sse, and none of the hub's code: an
// admission is heard of; then the connection breaks, two more are made, and resuming with the last token tells exactly those two.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createClient as createSse } from 'graphql-sse';
import { createClient as createSocket } from 'graphql-ws';
import WebSocket from 'ws';
import { accessToken } from './access-token.mjs';
import { freshNhsNumber } from './nhs-number.mjs';

const [http, data] = process.argv.slice(2);
const address = `${http}/graphql/care`;
const token = await accessToken(http, data, 'rww');
const headers = { authorization: `Bearer ${token}`, 'purpose-of-use': 'TREAT' };
const document = `subscription($ward: String, $resumeToken: String) {
  dischargeChanged(ward: $ward, resumeToken: $resumeToken) { resumeToken kind discharge { dischargeId } }
}`;

async function admit(ward) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({
      query: 'mutation($input: RecordAdmissionInput!) { recordAdmission(input: $input) { dischargeId } }',
      variables: {
        input: {
          requestId: randomUUID(),
          nhsNumber: freshNhsNumber(),
          nhsNumberStatus: { code: '01' },
          patient: { name: { family: 'Example', given: ['Edna'] }, birthDate: '1941', localAuthority: 'E06000006' },
          spellIdentifier: randomUUID(),
          site: 'RWWWH',
          ward,
          admittedAt: new Date(Date.now() - 3_600_000).toISOString(),
        },
      },
    }),
  });
  const { data: told, errors } = await answer.json();
  // A synthetic number drawn at random is now and then that of somebody in hospital already.
  if (errors?.[0].extensions.code === 'ALREADY_EXISTS') return admit(ward);
  assert.equal(errors, undefined, JSON.stringify(errors));
  return told.recordAdmission.dischargeId;
}

// Reads one item; bookmarks only carry the token.
async function next(items) {
  const { value, done } = await items.next();
  assert.equal(done, false, 'the stream ended');
  assert.equal(value.errors, undefined, JSON.stringify(value.errors));
  return value.data.dischargeChanged;
}

async function nextEvent(items) {
  for (;;) {
    const item = await next(items);
    if (item.discharge) return item;
  }
}

const clients = {
  'graphql-ws': () => createSocket({
    url: address.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: headers.authorization, purposeOfUse: 'TREAT' },
  }),
  'graphql-sse': () => createSse({ url: address, headers, retryAttempts: 0 }),
};

const patience = setTimeout(() => {
  console.error('Nothing came for a minute.');
  process.exit(1);
}, 60_000);

for (const [name, open] of Object.entries(clients)) {
  const ward = `Outside ${name}`;
  let client = open();
  let items = client.iterate({ query: document, variables: { ward } });
  await next(items);
  const first = await admit(ward);
  const heard = await nextEvent(items);
  assert.deepEqual([heard.kind, heard.discharge.dischargeId], ['discharge.admitted', first]);
  await items.return?.();
  client.dispose();

  const missed = [await admit(ward), await admit(ward)];
  client = open();
  items = client.iterate({ query: document, variables: { ward, resumeToken: heard.resumeToken } });
  const after = [await nextEvent(items), await nextEvent(items)];
  assert.deepEqual(after.map((item) => item.discharge.dischargeId), missed);
  const last = await admit(ward);
  assert.equal((await nextEvent(items)).discharge.dischargeId, last, 'something came twice, or not at all');
  await items.return?.();
  client.dispose();
  console.log(`ok ${name}: one heard, two resumed, none twice`);
}

clearTimeout(patience);
