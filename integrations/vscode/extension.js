// Case files in Visual Studio Code. Completion is that of the XML extension, by
// our schema; what is wrong and the picture are the program's own words.
'use strict';

const childProcess = require('child_process');
const path = require('path');
const vscode = require('vscode');

const NAMESPACE = 'urn:clincourse:case:1';
const DELAY = 300; // from the last key to the next look [ms]

const severities = {
  note: vscode.DiagnosticSeverity.Information,
  warning: vscode.DiagnosticSeverity.Warning,
  error: vscode.DiagnosticSeverity.Error,
  fatal: vscode.DiagnosticSeverity.Error,
};

function isCase(document) {
  return document.languageId === 'xml' && document.getText().includes(NAMESPACE);
}

// The program reads what stands in the window, saved or not, from the folder of
// the file, beside which its pictures and vocabularies are.
function run(document, words) {
  const program = vscode.workspace.getConfiguration('clincourse').get('program');
  return new Promise((resolve, reject) => {
    const child = childProcess.execFile(program, [...words, '-'], {
      cwd: path.dirname(document.fileName),
      maxBuffer: 1 << 26,
    }, (error, out, told) => {
      if (error && typeof error.code === 'string')
        reject(new Error(`${program}: ${error.message}`));
      else
        resolve({out, told, code: error ? error.code : 0});
    });
    child.stdin.on('error', () => {}); // it may end before it has read all
    child.stdin.end(document.getText());
  });
}

// Columns count characters from 1; a caret runs for `width` of them.
function diagnosticOf(document, told) {
  const line = Math.max(0, (told.line || 1) - 1);
  const text = document.lineAt(Math.min(line, document.lineCount - 1)).text;
  const letters = Array.from(text);
  const from = letters.slice(0, Math.max(0, (told.column || 1) - 1)).join('').length;
  const to = from + letters.slice((told.column || 1) - 1,
    (told.column || 1) - 1 + Math.max(1, told.width || 1)).join('').length;
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(line, from, line, to), told.message,
    severities[told.severity]);
  diagnostic.code = told.code;
  diagnostic.source = 'clincourse';
  return diagnostic;
}

async function check(document) {
  const {out} = await run(document, ['check', '--format', 'json']);
  return JSON.parse(out || '[]')
    .filter(told => told.file === '-') // not of a vocabulary beside it
    .map(told => diagnosticOf(document, told));
}

// The picture, or what keeps it from being drawn.
async function page(document) {
  const options = vscode.workspace.getConfiguration('clincourse').get('options');
  const {out, told, code} = await run(document,
    ['render', '-q', '-f', 'svg', '-o', '-', ...options]);
  const body = code === 0 ? out.replace(/^<\?xml.*?\?>\s*/, '')
    .replace('<svg ', '<svg style="max-width:100%;height:auto" ')
    : `<pre>${told.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>`;
  return `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
</head><body style="background:#fff;color:#000">${body}</body></html>`;
}

function activate(context) {
  const told = vscode.languages.createDiagnosticCollection('clincourse');
  const panels = new Map(); // document -> where its picture is
  const timers = new Map();
  let failed = false;

  async function look(document) {
    if (!isCase(document)) {
      told.delete(document.uri);
      return;
    }
    const version = document.version;
    try {
      const diagnostics = await check(document);
      if (document.version !== version)
        return; // typed on meanwhile: another look follows
      told.set(document.uri, diagnostics);
      const panel = panels.get(document);
      if (panel)
        panel.webview.html = await page(document);
    } catch (error) {
      if (!failed)
        vscode.window.showErrorMessage(error.message);
      failed = true; // once is enough
    }
  }

  function lookSoon(document) {
    clearTimeout(timers.get(document));
    timers.set(document, setTimeout(() => look(document), DELAY));
  }

  function preview() {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isCase(document))
      return;
    const panel = vscode.window.createWebviewPanel('clincourse',
      path.basename(document.fileName), vscode.ViewColumn.Beside, {});
    panels.set(document, panel);
    panel.onDidDispose(() => panels.delete(document));
    look(document);
  }

  context.subscriptions.push(told,
    vscode.commands.registerCommand('clincourse.preview', preview),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(event => lookSoon(event.document)),
    vscode.workspace.onDidCloseTextDocument(document => told.delete(document.uri)));
  vscode.workspace.textDocuments.forEach(look);

  const xml = vscode.extensions.getExtension('redhat.vscode-xml');
  return xml && xml.activate().then(api =>
    api.addXMLCatalogs([path.join(__dirname, 'catalog.xml')]));
}

module.exports = {activate, check, page};
