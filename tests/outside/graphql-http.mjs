// usage: node graphql-http.mjs HTTP DATA
// The GraphQL over HTTP specification's own audit, from the graphql-http package, at both schemas. Prints one line an audit; ends with 1
// when one of what a server must or should do is not so. What it may do is printed for information.
import { serverAudits } from 'graphql-http';
import { accessToken } from './access-token.mjs';

const [http, data] = process.argv.slice(2);
let bad = 0;

for (const [path, partner] of [['/graphql', 'hbc'], ['/graphql/care', 'rww']]) {
  const token = await accessToken(http, data, partner);
  const audits = serverAudits({
    url: http + path,
    fetchFn: (address, init = {}) => fetch(address, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } }),
  });
  for (const audit of audits) {
    const result = await audit.fn();
    const needed = /^(MUST|SHOULD)/.test(audit.name);
    const fine = result.status === 'ok' || !needed;
    bad += fine ? 0 : 1;
    console.log(`${fine ? result.status : 'FAIL'} ${path} ${audit.id} ${audit.name}${result.status === 'ok' ? '' : `: ${result.reason}`}`);
  }
}

process.exit(bad > 0 ? 1 : 0);
