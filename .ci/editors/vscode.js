// Runs the extension for Visual Studio Code with stand-ins for the editor and its client library, and the server itself.
// Usage: node vscode.js TAPESCRIPT
'use strict'

const assert = require('node:assert')
const { spawn } = require('node:child_process')
const fs = require('node:fs')
const Module = require('node:module')
const os = require('node:os')
const path = require('node:path')

const tapescript = path.resolve(process.argv[2])
const root = path.resolve(__dirname, '../..')
const folder = path.join(root, 'editors/vscode')
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json')))
const settings = manifest.contributes.configuration.properties

// == The editor ==
// What the user has set; everything else is what the manifest says.
let chosen = {}
// What is answered to the next messages.
let answers = []
let shown = []
let commands = {}
let opened = []
let listeners = []

const value = (key) => (key in chosen ? chosen[key] : settings[key].default)
const vscode = {
  workspace: {
    getConfiguration: (section) => ({
      get(key) {
        assert(`${section}.${key}` in settings, `the setting ${section}.${key} is declared`)
        return value(`${section}.${key}`)
      },
    }),
    onDidChangeConfiguration(listener) {
      listeners.push(listener)
      return { dispose() {} }
    },
  },
  window: {
    activeTextEditor: undefined,
    async showErrorMessage(message) {
      shown.push(message)
      return answers.shift()
    },
    async showInputBox() {
      return answers.shift()
    },
  },
  commands: {
    registerCommand(id, run) {
      commands[id] = run
      return { dispose() {} }
    },
    async executeCommand(...all) {
      opened.push(all)
    },
  },
}

// The section as the editor hands it to a server: an object of objects.
function section() {
  const all = {}
  for (const key of Object.keys(settings)) {
    const names = key.split('.').slice(1)
    let place = all
    for (const name of names.slice(0, -1)) place = place[name] ??= {}
    place[names.at(-1)] = value(key)
  }
  return all
}

// == The client library, as far as the extension uses it: version 9 ==
let clients = []
class LanguageClient {
  constructor(id, name, server, options) {
    Object.assign(this, { server, options, state: 'initial', messages: [], waiting: new Map(), next: 0 })
    clients.push(this)
  }

  async start() {
    this.state = 'startFailed'
    this.process = spawn(this.server.command, this.server.args, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.process.stdin.on('error', () => {})
    let rest = Buffer.alloc(0)
    this.process.stdout.on('data', (bytes) => {
      rest = Buffer.concat([rest, bytes])
      for (;;) {
        const end = rest.indexOf('\r\n\r\n')
        const length = end < 0 ? NaN : Number(/Content-Length: (\d+)/.exec(rest.subarray(0, end))[1])
        if (!(rest.length >= end + 4 + length)) return
        this.receive(JSON.parse(rest.subarray(end + 4, end + 4 + length)))
        rest = rest.subarray(end + 4 + length)
      }
    })
    const gone = new Promise((_, reject) => {
      this.process.on('error', reject)
      this.process.on('exit', () => reject(new Error('the connection got closed')))
    })
    gone.catch(() => {})
    const dynamicRegistration = true
    const answer = await Promise.race([
      gone,
      this.request('initialize', {
        processId: process.pid,
        capabilities: {
          workspace: {
            configuration: true,
            didChangeConfiguration: { dynamicRegistration },
            didChangeWatchedFiles: { dynamicRegistration },
            diagnostics: { refreshSupport: true },
            applyEdit: true,
            executeCommand: { dynamicRegistration },
          },
          textDocument: {
            publishDiagnostics: { versionSupport: true },
            diagnostic: { dynamicRegistration },
            codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
          },
        },
      }),
    ])
    this.capabilities = answer.capabilities
    // As the library does: the editor has the commands of the server as long as that runs.
    this.served = answer.capabilities.executeCommandProvider?.commands ?? []
    this.code2ProtocolConverter = { asUri: (uri) => uri, asPosition: (position) => position }
    this.state = 'running'
    this.notify('initialized', {})
  }

  async dispose() {
    if (this.state !== 'running') throw new Error(`Client is not running: ${this.state}`)
    this.state = 'stopped'
    await this.request('shutdown')
    this.notify('exit')
  }

  // What happens when somebody chooses a command of the server in the palette.
  choose(command, ...given) {
    const next = (command, given) => this.request('workspace/executeCommand', { command, arguments: given })
    return this.options.middleware.executeCommand(command, given, next)
  }

  receive(message) {
    this.messages.push(message)
    if (!message.method) return this.waiting.get(message.id)(message.result)
    if (message.id === undefined) return
    const result = message.method === 'workspace/configuration' ? message.params.items.map(section) : null
    this.send({ id: message.id, result })
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`)
    this.process.stdin.write(body)
  }

  notify(method, params) {
    this.send({ method, params })
  }

  request(method, params) {
    this.next += 1
    const id = `c${this.next}`
    this.send({ id, method, params })
    return new Promise((resolve) => this.waiting.set(id, resolve))
  }
}

const modules = { vscode, 'vscode-languageclient/node': { LanguageClient } }
const load = Module._load
Module._load = (name, ...rest) => modules[name] ?? load(name, ...rest)

async function session(work) {
  chosen = {}
  answers = []
  shown = []
  commands = {}
  opened = []
  listeners = []
  clients = []
  delete require.cache[require.resolve(folder)]
  const extension = require(folder)
  await work(extension)
  await extension.deactivate()
  for (const client of clients) assert.notEqual(client.state, 'running', 'nothing runs on')
}

// A program that answers --version and does not live as a server.
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'tapescript-'))
process.on('exit', () => fs.rmSync(scratch, { recursive: true }))
const broken = path.join(scratch, 'tapescript')
fs.writeFileSync(broken, '#!/bin/sh\n[ "$1" = --version ]\n', { mode: 0o755 })

const text = fs.readFileSync(path.join(root, 'docs/examples/faulty-page.txt'), 'utf8')

async function findings(client) {
  const uri = 'untitled:Untitled-1'
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'transcript-page', version: 1, text } })
  return (await client.request('textDocument/diagnostic', { textDocument: { uri } })).items
}

const tests = {
  async 'starts, finds what is wrong, and shows no message'() {
    await session(async (extension) => {
      chosen['tapescript.path'] = tapescript
      chosen['tapescript.rules'] = { 'time-order': 'hint' }
      await extension.activate({ subscriptions: [] })
      const [client] = clients
      // The settings have been asked for and used by the time this is answered.
      await findings(client)
      const items = await findings(client)
      assert.equal(items.find((item) => item.code === 'time-order').severity, 4, 'the settings are used')
      assert.deepEqual(shown, [])
      assert.deepEqual(client.messages.filter((message) => message.method?.startsWith('window/')), [])
      const kinds = client.capabilities.codeActionProvider.codeActionKinds
      const readme = fs.readFileSync(path.join(folder, 'README.md'), 'utf8')
      assert(kinds.includes(/"(source\.fixAll\.\w+)"/.exec(readme)[1]), 'README names a kind that the server has')
    })
  },

  async 'says that the program is missing, and restarts when it is there'() {
    await session(async (extension) => {
      const PATH = process.env.PATH
      process.env.PATH = path.join(scratch, 'empty')
      await extension.activate({ subscriptions: [] })
      assert.deepEqual(shown, ['Tapescript: the program “tapescript” is not on the PATH.'])
      assert.deepEqual(clients, [])
      answers = ['Open Settings']
      await commands['tapescript.restart']()
      assert.equal(shown.length, 2)
      assert.deepEqual(opened, [['workbench.action.openSettings', 'tapescript.path']])
      process.env.PATH = `${path.dirname(tapescript)}:${PATH}`
      await commands['tapescript.restart']()
      process.env.PATH = PATH
      assert.equal(shown.length, 2)
      assert.equal(clients.at(-1).state, 'running')
    })
  },

  async 'recovers from a start that failed, by a changed path and by the command'() {
    await session(async (extension) => {
      chosen['tapescript.path'] = broken
      await extension.activate({ subscriptions: [] })
      assert.match(shown[0], /lsp” does not start/)
      await commands['tapescript.restart']()
      assert.equal(shown.length, 2)
      chosen['tapescript.path'] = path.join(scratch, 'nothing')
      await listeners[0]({ affectsConfiguration: (key) => key === 'tapescript.path' })
      await commands['tapescript.restart']()
      assert.match(shown.at(-1), /there is no program/)
      chosen['tapescript.path'] = tapescript
      await commands['tapescript.restart']()
      assert.equal(clients.at(-1).state, 'running')
      const before = clients.length
      // Two at once follow one another.
      await Promise.all([commands['tapescript.restart'](), commands['tapescript.restart']()])
      assert.equal(clients.length, before + 2)
      assert.equal(clients.filter((client) => client.state === 'running').length, 1)
    })
  },

  async 'a server that has died is replaced'() {
    await session(async (extension) => {
      chosen['tapescript.path'] = tapescript
      await extension.activate({ subscriptions: [] })
      clients[0].state = 'stopped'
      clients[0].process.kill()
      await commands['tapescript.restart']()
      assert.equal(clients.at(-1).state, 'running')
      assert.deepEqual(shown, [])
    })
  },

  async 'a command of the palette is about the place of the cursor'() {
    await session(async (extension) => {
      chosen['tapescript.path'] = tapescript
      await extension.activate({ subscriptions: [] })
      const [client] = clients
      const uri = 'untitled:talk'
      const text = 'Ida: Good evening. (0:05)\n\nTove: Good evening. (0:12)\n\nIda: How deep is it? (0:20)\n'
      client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'transcript-page', version: 1, text } })
      vscode.window.activeTextEditor = { document: { uri }, selection: { active: { line: 2, character: 3 } } }
      const edits = () =>
        client.messages.filter(({ method }) => method === 'workspace/applyEdit').map(({ params }) => JSON.stringify(params.edit))
      answers = ['+0:42']
      await client.choose('tapescript.shiftTimes')
      assert.equal(edits().length, 1)
      assert(/54/.test(edits()[0]) && /1:02/.test(edits()[0]) && !/47/.test(edits()[0]), edits()[0])
      // Nothing is done where the box for the length is closed.
      answers = [undefined]
      await client.choose('tapescript.shiftTimes')
      assert.equal(edits().length, 1)
      vscode.window.activeTextEditor = undefined
    })
  },

  async 'the manifest says what the code does'() {
    await session(async (extension) => {
      chosen['tapescript.path'] = tapescript
      await extension.activate({ subscriptions: [] })
      const { contributes } = manifest
      // To stretch times takes two places, which the palette does not know; to rename a speaker everywhere is part of F2.
      const elsewhere = ['tapescript.stretchTimes', 'tapescript.renameSpeaker']
      const served = clients[0].served.filter((command) => !elsewhere.includes(command))
      assert.deepEqual([...Object.keys(commands), ...served], contributes.commands.map(({ command }) => command))
      const selector = clients[0].options.documentSelector
      for (const filter of selector) assert(['file', 'untitled'].includes(filter.scheme), JSON.stringify(filter))
      const declared = [...contributes.languages.map(({ id }) => id), 'markdown', 'plaintext']
      for (const { language } of selector) assert(!language || declared.includes(language), language)
      for (const id of declared.filter((id) => id.startsWith('transcript'))) {
        for (const scheme of ['file', 'untitled']) {
          assert(selector.some((filter) => filter.language === id && filter.scheme === scheme), id)
        }
      }
      for (const event of manifest.activationEvents) {
        const language = /^onLanguage:(.*)$/.exec(event)?.[1]
        assert(language ? declared.includes(language) : selector.some(({ pattern }) => event.endsWith(pattern)), event)
      }
      // A pattern with a folder is compared with the whole path.
      const readme = fs.readFileSync(path.join(folder, 'README.md'), 'utf8')
      for (const [, pattern] of readme.matchAll(/"files.associations": { "([^"]*\/[^"]*)"/g)) {
        assert(pattern.startsWith('**/') || pattern.startsWith('/'), pattern)
      }
      const { properties } = JSON.parse(fs.readFileSync(path.join(root, 'docs/tapescript.schema.json')))
      const keys = Object.keys(properties).filter((key) => key !== '$schema' && key !== 'failOn')
      const own = ['path', 'trace.server', 'inlayHints.length', 'inlayHints.time'].map((key) => `tapescript.${key}`)
      assert.deepEqual(Object.keys(settings), [...own, ...keys.map((key) => `tapescript.${key}`)])
      for (const key of keys) assert.equal(settings[`tapescript.${key}`].description, properties[key].description)
    })
  },
}

async function main() {
  for (const [name, test] of Object.entries(tests)) {
    await test()
    console.log(`  ${name}`)
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
