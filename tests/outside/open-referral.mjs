// usage: node open-referral.mjs HTTP
// Harvests the open feed as a national aggregator would, with none of the hub's code, and checks every answer. The schemas of Open Referral UK
// judge it where they are there ($HUB_CONFORMANCE, or ../shared/conformance beside the repository); own small checks judge it always. Ends with
// 1 when an answer is wrong, or when a judge lets an answer pass that was made wrong on purpose.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const [http] = process.argv.slice(2);
const root = `${http}/openreferral`;
const conformance = process.env.HUB_CONFORMANCE ?? join(import.meta.dirname, '../../../shared/conformance');
const folder = join(conformance, 'open-referral-uk', 'schema');
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const statuses = ['active', 'inactive', 'defunct', 'temporarily closed'];
let asked = 0;
let judged = 0;

async function get(path) {
  for (;;) {
    const answer = await fetch(root + path);
    asked++;
    if (answer.status !== 429) {
      assert.equal(answer.status, 200, path);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*', path);
      return answer.json();
    }
    await wait(1000 * Number(answer.headers.get('retry-after')));
  }
}

// The standard's compiled schemas stand by themselves; its terms and taxonomies refer to one another.
function standard() {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  addFormats(ajv);
  const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  ajv.addSchema(read('taxonomy_term.json'), 'taxonomy_term.json');
  const compiled = (name) => ajv.compile(read(`compiled/${name}.json`));
  return {
    service: compiled('service'),
    'service in a list': compiled('service_list'),
    // The standard's openapi.json names the schema of a service here, which its own example does not fit; this is the one meant.
    'service at a location': compiled('service_at_location'),
    'service at a location in a list': compiled('service_at_location_list'),
    taxonomy: ajv.compile({ ...read('taxonomy.json'), $id: 'taxonomy.json' }),
    'taxonomy term': ajv.getSchema('taxonomy_term.json'),
  };
}

// What must hold even where the standard is not at hand.
const needed = {
  service: ['id', 'name', 'status', 'organization'],
  'service in a list': ['id', 'name', 'status', 'organization'],
  'service at a location': ['id', 'location', 'service'],
  'service at a location in a list': ['id', 'location', 'service'],
  taxonomy: ['id', 'name', 'description'],
  'taxonomy term': ['id', 'name', 'description'],
};

function whole(value, path) {
  assert.ok(value !== null && value !== '' && !(Array.isArray(value) && value.length === 0), `${path} is empty`);
  for (const [name, member] of Object.entries(typeof value === 'object' ? value : {})) {
    if (name === 'id' || name.endsWith('_id')) assert.match(member, uuid, `${path}.${name}`);
    whole(member, `${path}.${name}`);
  }
}

const schemas = existsSync(folder) ? standard() : null;

function judge(kind, value) {
  for (const member of needed[kind]) assert.ok(member in value, `${kind} without ${member}`);
  whole(value, kind);
  const service = value.service ?? value;
  assert.ok(!('status' in service) || statuses.includes(service.status), `${kind} of status ${service.status}`);
  assert.ok((service.contacts ?? []).every((contact) => !('name' in contact)), `${kind} names a person`);
  if (schemas) assert.ok(schemas[kind](value), `${kind} ${value.id}: ${JSON.stringify(schemas[kind].errors?.slice(0, 3))}`);
  judged++;
}

async function harvest(list, kind, single) {
  const ids = [];
  for (let number = 1, last = false; !last; number++) {
    const page = await get(`/${list}?per_page=25&page=${number}`);
    const { total_items: total, total_pages: pages, contents } = page;
    assert.deepEqual(
      [page.page_number, page.size, page.first_page, page.last_page, page.empty, pages],
      [number, contents.length, number === 1, number >= pages, contents.length === 0, Math.ceil(total / 25)],
      `${list} page ${number}`,
    );
    contents.forEach((value) => judge(kind, value));
    ids.push(...contents.map((value) => value.id));
    last = page.last_page;
    if (last) assert.equal(ids.length, total, list);
  }
  assert.equal(new Set(ids).size, ids.length, `${list} says something twice`);
  for (const id of ids) {
    const value = await get(`/${list}/${id}`);
    assert.equal(value.id, id);
    judge(single, value);
  }
  console.log(`${list}: ${ids.length}`);
  return ids;
}

const about = await get('/');
assert.equal(about.version, 'HSDS-UK-3.0');
assert.equal(about.openapi_url, `${root}/openapi.json`);
const described = await get('/openapi.json');
assert.equal(Object.keys(described.paths).length, 9);
const found = [
  await harvest('services', 'service in a list', 'service'),
  await harvest('service_at_locations', 'service at a location in a list', 'service at a location'),
  await harvest('taxonomies', 'taxonomy', 'taxonomy'),
  await harvest('taxonomy_terms', 'taxonomy term', 'taxonomy term'),
];

// Judges that pass everything judge nothing.
const good = found[0].length > 0 ? await get(`/services/${found[0][0]}`) : sample();
judge('service', good);
for (const wrong of [
  { ...good, id: 'service-1' },
  { ...good, name: undefined },
  { ...good, status: 'open' },
  { ...good, description: '' },
  { ...good, contacts: [{ id: good.id, name: 'A Person' }] },
]) {
  assert.throws(() => judge('service', JSON.parse(JSON.stringify(wrong))), 'a wrong service passed');
}
if (schemas) {
  for (const wrong of [{ ...good, id: 'service-1' }, { ...good, status: 'open' }, { ...good, email: 'nobody' }, { ...good, minimum_age: '18' }, { ...good, url: 'not a uri' }]) {
    assert.ok(!schemas.service(wrong), 'the standard let a wrong service pass');
  }
}

console.log(schemas ? 'Judged by the schemas of Open Referral UK.' : 'The schemas of Open Referral UK are not here: skipped, judged by own checks.');
console.log(`${judged} judged in ${asked} answers`);

function sample() {
  const id = '019ab000-0000-7000-8000-000000000000';
  return { id, name: 'Sample', status: 'active', organization: { id, name: 'Sample', description: 'Sample' } };
}
