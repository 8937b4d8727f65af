/** Calls, by qualified name, that bring in a text as large as what it comes from; `utf8` where only with an encoding. */
export const TEXT_READERS: Readonly<Record<string, 'text' | 'utf8'>> = {
  'fs.readFileSync': 'utf8', 'fs.readFile': 'utf8', 'fs.promises.readFile': 'utf8', 'fs/promises.readFile': 'utf8', 'fs-extra.readFile': 'utf8', 'fs-extra.readFileSync': 'utf8',
  'stream/consumers.text': 'text', 'Deno.readTextFile': 'text', 'Deno.readTextFileSync': 'text',
}

/** Names of what is a response or a request, whose `text()` is its body. */
export const NAMED_AS_MESSAGE = /^(?:body|file|blob|req|request|res|resp|response|r)$|(?:Request|Response|Res|File|Blob)$/

/** The shortest slice that V8 keeps as a view of the whole string; shorter ones are copied. Source: `SlicedString::kMinLength` in V8's objects/string.h. */
export const SHORTEST_VIEW = 13
