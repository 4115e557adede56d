// usage: node graphql-schema.mjs kept|published|publish FOLDER
// Holds the printed schemas of a folder against those that partners rely on, FOLDER/published: "kept" refuses what would break a partner,
// "published" what partners cannot know of yet, "publish" makes today's schemas the promise unless that would break somebody.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, findBreakingChanges } from 'graphql';

const [what, folder] = process.argv.slice(2);
const names = ['care', 'directory'].map((name) => `${name}.graphql`);
const today = (name) => readFileSync(join(folder, name), 'utf8');
const promised = (name) => (existsSync(join(folder, 'published', name)) ? readFileSync(join(folder, 'published', name), 'utf8') : undefined);

const broken = names.filter(promised).flatMap((name) => findBreakingChanges(buildSchema(promised(name)), buildSchema(today(name))).map((change) => `${name}: ${change.type}: ${change.description}`));
if (what !== 'published' && broken.length > 0) {
  console.error(broken.join('\n'));
  process.exit(1);
}

if (what === 'published' && names.some((name) => today(name) !== promised(name))) {
  console.error('schema/ and schema/published/ differ. If partners may rely on the change, publish it: node tests/outside/graphql-schema.mjs publish schema');
  process.exit(1);
}

if (what === 'publish') {
  mkdirSync(join(folder, 'published'), { recursive: true });
  names.forEach((name) => copyFileSync(join(folder, name), join(folder, 'published', name)));
}
