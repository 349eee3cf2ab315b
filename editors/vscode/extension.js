'use strict'

const vscode = require('vscode')
const { LanguageClient } = require('vscode-languageclient/node')

// Without a scheme: files on disk and untitled buffers alike.
const languages = [
  'markdown',
  'plaintext',
  'transcript',
  'transcript-page',
  'transcript-captions',
  'transcript-blog',
  'transcript-front-matter',
]

let client

function start() {
  const command = vscode.workspace.getConfiguration('tapescript').get('path', 'tapescript')
  client = new LanguageClient(
    'tapescript',
    'Tapescript',
    { command, args: ['lsp'] },
    {
      // Mistakes in a configuration are shown in it, as it is typed.
      documentSelector: [...languages.map((language) => ({ language })), { pattern: '**/tapescript.json' }],
    },
  )
  return client.start()
}

async function deactivate() {
  await client?.stop()
  client = undefined
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('tapescript.restart', async () => {
      await deactivate()
      await start()
    }),
  )
  await start()
}

module.exports = { activate, deactivate }
