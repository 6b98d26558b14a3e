// Draws the operations of /api/openapi.json. Text goes in as text, never as markup.
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

void draw();

async function draw() {
  const place = document.getElementById('operations');
  try {
    const response = await fetch('/api/openapi.json');
    if (!response.ok) throw new Error(String(response.status));
    place.replaceChildren(...groups(await response.json()));
  } catch {
    place.replaceChildren(element('p', 'The description could not be loaded. Reload the page to try again.'));
  }
}

function groups(api) {
  const byTag = new Map();
  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of METHODS.filter((name) => item[name])) {
      const tag = path.split('/')[2] ?? 'api';
      byTag.set(tag, [...(byTag.get(tag) ?? []), operation(api, path, method, item[method])]);
    }
  }
  return [...byTag]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([tag, drawn]) => [element('h2', tag), ...drawn]);
}

function operation(api, path, method, said) {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.append(element('span', method.toUpperCase(), 'method'), element('code', path));
  if (said.summary) summary.append(element('span', said.summary, 'said'));
  const inside = document.createElement('div');
  inside.className = 'inside';
  if (said.description) inside.append(element('p', said.description));
  const parameters = said.parameters ?? [];
  if (parameters.length > 0) inside.append(element('h4', 'Parameters'), parameterTable(api, parameters));
  const body = said.requestBody?.content?.['application/json']?.schema;
  if (body) inside.append(element('h4', 'Request'), fieldTable(api, body));
  for (const [status, answer] of Object.entries(said.responses ?? {})) {
    inside.append(element('h4', `Answer ${status}`));
    const schema = Object.values(answer.content ?? {})[0]?.schema;
    inside.append(schema ? fieldTable(api, schema) : element('p', answer.description || 'No body.'));
  }
  details.append(summary, inside);
  return details;
}

function parameterTable(api, parameters) {
  const rows = parameters.map(({ name, in: where, required, schema, description }) => [
    name,
    `${where}, ${typeName(api, schema ?? {})}${required ? '' : ', optional'}`,
    description ?? '',
  ]);
  return table(rows);
}

function fieldTable(api, schema) {
  const shape = resolved(api, schema);
  if (!shape.properties) return element('p', typeName(api, schema));
  const rows = Object.entries(shape.properties).map(([name, field]) => [
    name,
    `${typeName(api, field)}${shape.required?.includes(name) ? '' : ', optional'}`,
    resolved(api, field).description ?? field.description ?? '',
  ]);
  return table(rows);
}

function typeName(api, schema, depth = 0) {
  const shape = resolved(api, schema);
  if (shape.enum) return shape.enum.map((each) => JSON.stringify(each)).join(' | ');
  if (shape.type === 'array') return `list of ${typeName(api, shape.items ?? {}, depth)}`;
  if (shape.properties && depth < 2) {
    const fields = Object.entries(shape.properties).map(
      ([name, field]) => `${name}: ${typeName(api, field, depth + 1)}`,
    );
    return `{ ${fields.join(', ')} }`;
  }
  const name = shape.format ? `${shape.type} (${shape.format})` : (shape.type ?? 'object');
  return shape.nullable ? `${name} or null` : name;
}

function resolved(api, schema) {
  const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
  return ref ? (api.components.schemas[ref.split('/').at(-1)] ?? {}) : schema;
}

function table(rows) {
  const made = document.createElement('table');
  const body = document.createElement('tbody');
  for (const [name, type, description] of rows) {
    const row = document.createElement('tr');
    const head = document.createElement('th');
    head.scope = 'row';
    head.append(element('code', name));
    row.append(head, element('td', type), element('td', description));
    body.append(row);
  }
  made.append(body);
  return made;
}

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
