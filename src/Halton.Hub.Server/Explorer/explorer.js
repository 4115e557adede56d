// GraphiQL against one of the hub's two schemas, as the partner whose access token was pasted.
'use strict';

const schemas = {
  directory: { address: '/graphql', query: '# The directory of services. Ctrl+Enter runs it.\n\n{\n  __typename\n}\n' },
  care: { address: '/graphql/care', query: '# Health and care records. Every look is audited.\n\n{\n  __typename\n}\n' },
};
const schema = new URLSearchParams(location.search).get('schema') === 'care' ? 'care' : 'directory';
const { address, query } = schemas[schema];
const [tokenBox, purposeBox, state] = ['token', 'purpose', 'state'].map((id) => document.getElementById(id));
const root = ReactDOM.createRoot(document.getElementById('explorer'));
let schemaKnown = false;
let renewed = 0;

// What people type may be about patients, so all of it ends with the tab: nothing goes to localStorage.
const kept = {
  prefix: `${schema}:`,
  keys: () => Object.keys(sessionStorage).filter((key) => key.startsWith(kept.prefix)),
  get length() {
    return kept.keys().length;
  },
  getItem: (key) => sessionStorage.getItem(kept.prefix + key),
  setItem: (key, value) => sessionStorage.setItem(kept.prefix + key, value),
  removeItem: (key) => sessionStorage.removeItem(kept.prefix + key),
  clear: () => kept.keys().forEach((key) => sessionStorage.removeItem(key)),
};

const token = () => tokenBox.value.trim().replace(/^Bearer\s+/i, '');

function headers() {
  const sent = { authorization: `Bearer ${token()}` };
  if (schema === 'care') sent['purpose-of-use'] = purposeBox.value;
  return sent;
}

const saying = (message) => ({ errors: [{ message }] });
const unanswered = (error) => saying(`The hub does not answer: ${error.message}`);

// The hub's answer, whatever its status; what is no JSON is shown as the text that it is.
async function read(answer) {
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch {
    return saying(`${answer.status} ${answer.statusText} ${text.slice(0, 500)}`.trim());
  }
}

async function ask(request) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify(request),
  }).then(read, unanswered);
  schemaKnown ||= Boolean(answer.data?.__schema);
  return answer;
}

const stream = graphqlSse.createClient({ url: address, headers, retryAttempts: 0 });

function watch(request) {
  const told = async (error, sink) => {
    sink.next(error.response ? await read(error.response) : unanswered(error));
    sink.complete();
  };
  return {
    subscribe: (sink) => ({
      unsubscribe: stream.subscribe(request, {
        next: (answer) => sink.next(answer),
        error: (error) => void told(error, sink),
        complete: () => sink.complete(),
      }),
    }),
  };
}

function isWatch(document, name) {
  const asked = document?.definitions.find((part) => part.kind === 'OperationDefinition' && (!name || part.name?.value === name));
  return asked?.operation === 'subscription';
}

function fetcher(request, { documentAST } = {}) {
  if (!token()) return Promise.resolve(saying('Paste an access token above: ./hub token PARTNER prints one.'));
  return isWatch(documentAST, request.operationName) ? watch(request) : ask(request);
}

function render() {
  root.render(
    // A new key makes GraphiQL ask for the schema again.
    React.createElement(
      GraphiQL,
      { key: renewed, fetcher, storage: kept, defaultQuery: query, forcedTheme: 'system', isHeadersEditorEnabled: false, showPersistHeadersSettings: false },
      React.createElement(GraphiQL.Logo, null, React.createElement('code', null, address)),
    ),
  );
}

// Who the token is for and until when, as far as it says so itself.
function claims() {
  try {
    return JSON.parse(atob(token().split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}

let clock;
function tell() {
  clearTimeout(clock);
  const { sub, exp } = claims() ?? {};
  const left = exp * 1000 - Date.now();
  const until = new Date(exp * 1000 || 0).toLocaleTimeString('en-GB');
  state.classList.toggle('ended', Boolean(token()) && !(left > 0));
  if (!token()) state.textContent = '';
  else if (!exp) state.textContent = 'This is no access token.';
  else if (left <= 0) state.textContent = `Ended at ${until}. Paste a new one.`;
  else {
    state.textContent = `${sub ?? 'Good'} until ${until}`;
    clock = setTimeout(tell, Math.min(left, 60_000) + 100);
  }
}

tokenBox.value = sessionStorage.getItem('token') ?? '';
tokenBox.addEventListener('input', () => {
  sessionStorage.setItem('token', token());
  tell();
  if (!schemaKnown && claims()) {
    renewed += 1;
    render();
  }
});
purposeBox.value = sessionStorage.getItem('purpose') ?? 'TREAT';
purposeBox.addEventListener('change', () => sessionStorage.setItem('purpose', purposeBox.value));
document.querySelector('.purpose').hidden = schema !== 'care';
document.querySelector(`[data-schema=${schema}]`).setAttribute('aria-current', 'page');
tell();
render();
