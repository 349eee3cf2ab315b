'use strict'

const { execFile } = require('node:child_process')
const vscode = require('vscode')
const { LanguageClient } = require('vscode-languageclient/node')

// Those of the manifest that are of this extension, and those in which transcripts stand unnamed.
const own = require('./package.json').contributes.languages.map((language) => language.id)
const languages = ['markdown', 'plaintext', 'webvtt', ...own.filter((id) => id.startsWith('transcript'))]

// Files and buffers that are no file yet. The sides of a comparison, and files on other machines, have other schemes.
const documentSelector = [
  ...['file', 'untitled'].flatMap((scheme) => languages.map((language) => ({ scheme, language }))),
  // Mistakes in a configuration are shown in it, as it is typed.
  { scheme: 'file', pattern: '**/tapescript.json' },
]

// A command from the palette or of a key is about the place of the cursor.
const middleware = {
  async executeCommand(command, given, next) {
    const editor = vscode.window.activeTextEditor
    if (given.length > 0 || !editor || !client) return next(command, given)
    const { asUri, asPosition } = client.code2ProtocolConverter
    const argument = { uri: asUri(editor.document.uri), position: asPosition(editor.selection.active) }
    if (command === 'tapescript.shiftTimes') {
      const typed = await vscode.window.showInputBox({
        prompt: 'How far? Such as +0:42 or -5, or the time that this one is to be. With nothing, likely answers are offered.',
      })
      if (typed === undefined) return undefined
      if (typed.trim()) argument[/^\s*[-+]/.test(typed) ? 'amount' : 'time'] = typed.trim()
    }
    return next(command, [argument])
  },
}

let client

// Starts and stops follow one another: each waits for the one before, however that ended.
let last = Promise.resolve()

function inTurn(work) {
  last = last.then(work, work)
  return last
}

async function start() {
  const command = vscode.workspace.getConfiguration('tapescript').get('path') || 'tapescript'
  const problem = await whyNot(command)
  if (problem) return complain(problem)
  const started = new LanguageClient('tapescript', 'Tapescript', { command, args: ['lsp'] }, { documentSelector, middleware })
  try {
    await started.start()
    client = started
  } catch (error) {
    await started.dispose().catch(() => {})
    complain(`“${command} lsp” does not start: ${error.message}`)
  }
}

async function stop() {
  const running = client
  client = undefined
  // One that has died by itself cannot be stopped, and need not be.
  await running?.dispose().catch(() => {})
}

// Why a program cannot be run, in words; nothing if it can.
function whyNot(command) {
  return new Promise((resolve) => {
    execFile(command, ['--version'], { timeout: 10_000 }, (error) => {
      if (!error) resolve()
      else if (error.code !== 'ENOENT') resolve(`“${command}” cannot be run: ${error.message.trim()}`)
      else if (/[\\/]/.test(command)) resolve(`there is no program “${command}”.`)
      else resolve(`the program “${command}” is not on the PATH.`)
    })
  })
}

// Says what is wrong and offers what helps; nobody waits for the answer.
function complain(problem) {
  const [settings, again] = ['Open Settings', 'Try Again']
  vscode.window.showErrorMessage(`Tapescript: ${problem}`, settings, again).then((answer) => {
    if (answer === settings) vscode.commands.executeCommand('workbench.action.openSettings', 'tapescript.path')
    if (answer === again) restart()
  })
}

function restart() {
  return inTurn(() => stop().then(start))
}

function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('tapescript.restart', restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('tapescript.path')) restart()
    }),
  )
  return inTurn(start)
}

function deactivate() {
  return inTurn(stop)
}

module.exports = { activate, deactivate }
