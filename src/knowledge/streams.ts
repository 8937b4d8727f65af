/** Encodings in which every byte is decoded by itself. */
export const SAFE_ENCODINGS: readonly string[] = ['ascii', 'latin1', 'binary', 'hex']

/** What people call Node's streams of bytes; of what is looped over, a name that says less may also be texts of any kind. */
export const BYTE_STREAMS = {
  listened: /^(?:std(?:in|out|err)|req|request|res|resp|response|incoming|incomingMessage|sock|socket|conn|connection|stream|rs|readable)$|(?:Stream|Socket|Request|Response|Req|Res|Stdout|Stderr)$/,
  looped: /^(?:std(?:in|out|err)|req|request)$|(?:ReadStream|Req|Request)$/,
}

/** Calls whose child's output is text: its encoding is utf8 when none is given. */
export const TEXT_STREAMS: readonly string[] = ['child_process.exec', 'child_process.execFile']
