// A fresh synthetic NHS number: of the range 999, which is never issued, with a valid modulus 11 check digit.
import { randomInt } from 'node:crypto';
import { pathToFileURL } from 'node:url';

export function freshNhsNumber() {
  for (;;) {
    const nine = `999${String(randomInt(1_000_000)).padStart(6, '0')}`;
    const sum = [...nine].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check !== 10) return nine + check;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log(freshNhsNumber());
