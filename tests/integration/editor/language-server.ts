import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

interface Position {
  line: number
  character: number
}

export interface Range {
  start: Position
  end: Position
}

export interface Diagnostic {
  range: Range
  message: string
  code: string
  /** The page that the editor opens where the reader asks about the rule. */
  codeDescription?: { href: string }
}

export interface CodeAction {
  title: string
  command: { command: string; arguments: unknown[] }
}

interface TextEdit {
  range: Range
  newText: string
}

interface Message {
  id?: number
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
}

/** What VS Code's extension sends where the user has set nothing. */
const settings = {
  validate: 'on',
  useESLintClass: true,
  experimental: {},
  run: 'onType',
  quiet: false,
  onIgnoredFiles: 'off',
  options: {},
  rulesCustomizations: [],
  problems: { shortenToSingleLine: false },
  nodePath: null,
  format: false,
  workingDirectory: { mode: 'auto' },
  codeActionOnSave: { mode: 'all' },
  codeAction: {
    disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' },
    showDocumentation: { enable: true },
  },
}

/** An editor: speaks with ESLint's language server over its standard input and output, and holds open documents. */
export class Editor {
  readonly #server
  readonly #folder: string
  readonly #waiting = new Map<number, { resolve(result: never): void; reject(error: Error): void }>()
  readonly #documents = new Map<string, { version: number; text: string }>()
  /** Pages that the server asked to open. */
  readonly openedPages: string[] = []
  #received = Buffer.alloc(0)
  #requests = 0

  private constructor(folder: string) {
    this.#folder = folder
    const server = join(folder, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server')
    this.#server = spawn(process.execPath, [server, '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] })
    this.#server.stdout.on('data', (chunk: Buffer) => this.#receive(chunk))
    this.#server.once('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`The language server ended with ${code}`))
    })
  }

  /** Starts the language server that the project in `folder` has. */
  static async open(folder: string): Promise<Editor> {
    const editor = new Editor(folder)
    const capabilities = {
      workspace: { applyEdit: true, configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
      textDocument: {
        diagnostic: {},
        publishDiagnostics: { codeDescriptionSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll.eslint'] } } },
      },
    }
    await editor.#request('initialize', { processId: process.pid, rootUri: editor.#folderUri, workspaceFolders: [editor.#workspaceFolder], capabilities })
    editor.#notify('initialized', {})
    return editor
  }

  async close(): Promise<void> {
    const ended = once(this.#server, 'exit')
    await this.#request('shutdown', undefined)
    this.#notify('exit', undefined)
    await ended
  }

  openFile(uri: string, languageId: string, text: string): void {
    this.#documents.set(uri, { version: 1, text })
    this.#notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } })
  }

  /** Types `newText` in place of what is in `range`. */
  type(uri: string, range: Range, newText: string): void {
    const document = this.#document(uri)
    document.version += 1
    document.text = edited(document.text, [{ range, newText }])
    this.#notify('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges: [{ range, text: newText }] })
  }

  textOf(uri: string): string {
    return this.#document(uri).text
  }

  /** The squiggles. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const { items } = await this.#request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } })
    return items
  }

  /** What the light bulb on a squiggle offers. */
  codeActions(uri: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
    return this.#request('textDocument/codeAction', { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } })
  }

  async choose({ command }: CodeAction): Promise<void> {
    await this.#request('workspace/executeCommand', command)
  }

  get #folderUri(): string {
    return pathToFileURL(this.#folder).href
  }

  get #workspaceFolder(): { uri: string; name: string } {
    return { uri: this.#folderUri, name: basename(this.#folder) }
  }

  #document(uri: string): { version: number; text: string } {
    const document = this.#documents.get(uri)
    if (!document) throw new Error(`${uri} is not open`)
    return document
  }

  #request<Result>(method: string, params: unknown): Promise<Result> {
    const id = ++this.#requests
    this.#send({ id, method, params })
    return new Promise<Result>((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
  }

  #notify(method: string, params: unknown): void {
    this.#send({ method, params })
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk])
    for (;;) {
      const head = /^Content-Length: (\d+)[^]*?\r\n\r\n/.exec(this.#received.toString('latin1', 0, 200))
      const end = head ? head[0].length + Number(head[1]) : Infinity
      if (!head || this.#received.length < end) return
      const body = this.#received.toString('utf8', head[0].length, end)
      this.#received = this.#received.subarray(end)
      this.#handle(JSON.parse(body) as Message)
    }
  }

  #handle({ id, method, params, result, error }: Message): void {
    if (method !== undefined) {
      const answer = this.#answer(method, params)
      if (id !== undefined) this.#send({ id, result: answer ?? null })
      return
    }
    const waiting = this.#waiting.get(id as number)
    this.#waiting.delete(id as number)
    if (error) waiting?.reject(new Error(error.message))
    else waiting?.resolve(result as never)
  }

  /** What an editor does when the server asks. */
  #answer(method: string, params: unknown): unknown {
    switch (method) {
      case 'workspace/configuration':
        return (params as { items: unknown[] }).items.map(() => ({ ...settings, workspaceFolder: this.#workspaceFolder }))
      case 'workspace/workspaceFolders':
        return [this.#workspaceFolder]
      case 'workspace/applyEdit': {
        const { documentChanges } = (params as { edit: { documentChanges: { textDocument: { uri: string }; edits: TextEdit[] }[] } }).edit
        for (const { textDocument, edits } of documentChanges) this.#apply(textDocument.uri, edits)
        return { applied: true }
      }
      case 'eslint/openDoc':
        this.openedPages.push((params as { url: string }).url)
        return {}
      default:
        return null
    }
  }

  #apply(uri: string, edits: readonly TextEdit[]): void {
    const document = this.#document(uri)
    document.version += 1
    document.text = edited(document.text, edits)
    this.#notify('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges: [{ text: document.text }] })
  }
}

function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n')
  const starts = [0]
  for (const line of lines) starts.push(starts.at(-1)! + line.length + 1)
  const offsetOf = ({ line, character }: Position) => starts[line]! + character
  const last = edits.toSorted((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start))
  return last.reduce((before, { range, newText }) => before.slice(0, offsetOf(range.start)) + newText + before.slice(offsetOf(range.end)), text)
}
