// The extension without the editor: editor.js EXTENSION. What it says of a case,
// and what it shows.
'use strict';

const assert = require('assert');
const Module = require('module');
const path = require('path');

class Range {
  constructor(...at) {
    this.at = at;
  }
}

class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, {range, message, severity});
  }
}

const settings = {program: process.env.CLINCOURSE, options: ['--lang=zh']};
const vscode = {
  DiagnosticSeverity: {Error: 0, Warning: 1, Information: 2},
  Diagnostic, Range,
  workspace: {getConfiguration: () => ({get: name => settings[name]})},
};
const load = Module._load;
Module._load = (name, ...rest) =>
  name === 'vscode' ? vscode : load(name, ...rest);
const {check, page} = require(path.resolve(process.argv[2]));

function document(text) {
  const lines = text.split('\n');
  return {
    languageId: 'xml', fileName: path.resolve('case.xml'),
    getText: () => text, lineCount: lines.length,
    lineAt: number => ({text: lines[number]}),
  };
}

const good = document(`<case xmlns="urn:clincourse:case:1">
<diagnosis code="aml" time="2021-03"/><outcome code="alive" time="2022-03"/>
</case>`);
const bad = document(`<case xmlns="urn:clincourse:case:1">
<event time="2021-99">\u{1F600} pain</event></case>`);

async function main() {
  assert.deepStrictEqual(await check(good), []);
  const [told] = await check(bad);
  assert.strictEqual(told.code, 'E202');
  assert.strictEqual(told.severity, vscode.DiagnosticSeverity.Error);
  assert.deepStrictEqual(told.range.at, [1, 18, 1, 20]);
  assert((await page(good)).includes('<svg '));
  assert((await page(good)).includes('急性髓系白血病'));
  const refused = await page(bad);
  assert(refused.includes('E202') && !refused.includes('<svg '));
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
