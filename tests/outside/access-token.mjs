// An access token of a demonstration partner, for an assertion signed with its own key.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';

export async function accessToken(http, data, partner) {
  const jwk = JSON.parse(readFileSync(join(data, 'keys', `${partner}.json`), 'utf8'));
  const assertion = await new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'ES384', kid: jwk.kid, typ: 'JWT' })
    .setIssuer(partner).setSubject(partner).setAudience(`${http}/oauth2/token`).setIssuedAt().setExpirationTime('2m')
    .sign(await importJWK(jwk, 'ES384'));
  const answer = await fetch(`${http}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()).access_token;
}
