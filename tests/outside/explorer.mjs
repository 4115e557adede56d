// usage: HUB_TOKEN=TOKEN node explorer.mjs HTTP [QUERY [EXPECTED]]
// A browser on the developers' page and in GraphiQL: with the token pasted, each schema is read and a query answered in the result pane. Ends
// with 1 when it is not, when the browser asks any other origin, complains in its console, or keeps anything beyond the tab.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';

const [http, query = '{ __typename }', expected = '"__typename"'] = process.argv.slice(2);
const { HUB_TOKEN: token, HUB_TEST_OUTPUT: output, CHROMIUM: chromium, PATH } = process.env;
const origin = new URL(http).origin;
const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };
const schemas = { directory: '/graphql', care: '/graphql/care' };
const patience = 20_000;

function browserPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const found = chromium ?? PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  assert.ok(found, 'There is no Chromium. Install it (Debian: apt-get install chromium), or say in CHROMIUM where it is.');
  return found;
}

// Everything that must not happen while the pages are used.
function listen(page, complaints) {
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) complaints.push(`asked another origin: ${url.origin}`);
    if (url.href.includes(token)) complaints.push('the token stands in an address');
  });
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(`console: ${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
}

async function look(page, name) {
  for (const [size, viewport] of Object.entries({ wide, narrow })) {
    await page.setViewport(viewport);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= viewport.width, `${name} is ${width} px wide on a screen of ${viewport.width} px`);
    if (output) await page.screenshot({ path: join(output, `${name}-${size}.png`), fullPage: name === 'developers' });
  }
  await page.setViewport(wide);
}

async function developersPage(page) {
  const answer = await page.goto(origin, { timeout: patience });
  assert.equal(answer.status(), 200, 'the status of /');
  const links = await page.$$eval('a', (all) => all.map((link) => link.getAttribute('href')));
  assert.ok(links.includes('/explorer') && links.includes('/explorer?schema=care'), `/ leads to both explorers, not only to ${links}`);
  await look(page, 'developers');
  console.log(`/: ${links.length} links`);
}

async function explore(page, schema) {
  const address = origin + schemas[schema];
  const known = page.waitForResponse((answer) => answer.url() === address && answer.request().postData()?.includes('__schema'), { timeout: patience });
  const answer = await page.goto(`${origin}/explorer${schema === 'care' ? '?schema=care' : ''}`, { timeout: patience });
  assert.equal(answer.status(), 200, 'the status of /explorer');
  await page.waitForSelector('.graphiql-query-editor .CodeMirror', { timeout: patience });
  if ((await page.$eval('#token', (box) => box.value)) === '') {
    await page.focus('#token');
    await page.keyboard.sendCharacter(token);
  }
  const told = await known;
  assert.equal(told.status(), 200, `the status with which ${address} tells its schema`);
  assert.ok((await told.json()).data?.__schema, `${address} tells its schema`);
  assert.equal(await page.$eval('#purpose', (box) => box.checkVisibility()), schema === 'care', 'a purpose of use is chosen for care only');

  await page.click('.graphiql-query-editor .CodeMirror');
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.sendCharacter(query);
  await page.click('.graphiql-execute-button');
  const pane = '.result-window .CodeMirror-code';
  await page
    .waitForFunction((where, text) => document.querySelector(where)?.textContent.includes(text), { timeout: patience }, pane, expected)
    .catch(async () => assert.fail(`${schema} should have answered ${expected}; the result pane says: ${await page.$eval(pane, (e) => e.textContent)}`));
  await look(page, `explorer-${schema}`);
  assert.equal(await page.evaluate(() => localStorage.length), 0, 'what is kept beyond the tab');
  console.log(`${schema}: ${(await page.$eval(pane, (e) => e.innerText)).replace(/\s+/g, ' ').slice(0, 200)}`);
}

async function main() {
  assert.ok(token, 'HUB_TOKEN is an access token.');
  // Chromium's own sandbox cannot be had as root, as which CI runs; the pages are the hub's own.
  const browser = await puppeteer.launch({ executablePath: browserPath(), args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
  try {
    const [page, complaints] = [await browser.newPage(), []];
    await page.setViewport(wide);
    listen(page, complaints);
    await developersPage(page);
    for (const schema of Object.keys(schemas)) await explore(page, schema);
    assert.deepEqual(complaints, [], 'complaints of the browser');
  } finally {
    await browser.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(`explorer: ${error.message}`);
  process.exit(1);
}
