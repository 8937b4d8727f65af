/** Properties that are a number, a truth value or a short text, whatever they are properties of. */
export const SMALL_PARTS: ReadonlySet<string> = new Set([
  'length', 'size', 'byteLength', 'byteOffset', 'width', 'height', 'status', 'statusText', 'statusCode', 'ok', 'id', '_id', 'uuid', 'guid', 'name', 'title', 'type', 'kind', 'version',
  'lastModified', 'mimeType', 'mimetype', 'contentType', 'encoding', 'etag', 'hash', 'count', 'total', 'totalCount', 'sampleRate', 'duration', 'numberOfChannels', 'numberOfFrames',
  'fileName', 'filename', 'path', 'url', 'originalUrl', 'method', 'ip', 'hostname', 'email', 'username', 'userId', 'sessionId', 'requestId', 'timestamp', 'createdAt', 'updatedAt', 'tagName',
])

/** Values of which the size never changes while they live, and so may be read at any time. */
export const FIXED_SIZES: ReadonlySet<string> = new Set(['string', 'buffer', 'typedarray', 'arraybuffer'])

/** Names of what handlers of requests are given first: it keeps the body that was sent. */
export const REQUESTS: ReadonlySet<string> = new Set(['req', 'request'])

/** Names of the second parameter of such handlers. */
export const REPLIES: ReadonlySet<string> = new Set(['res', 'response', 'reply'])

/** Properties that hold short texts by their names. */
export const SMALL_TABLES: ReadonlySet<string> = new Set(['cookies', 'dataset', 'headers', 'params'])
