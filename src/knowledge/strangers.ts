/** Packages of programs that serve whoever comes: web servers, sockets, bots, protocols of agents. Sources: their own documentation. */
export const SERVING_PACKAGES =
  /(?:from|require\(|import\()\s*['"](?:node:)?(?:express|fastify|koa|@hapi\/hapi|hono|restify|polka|h3|elysia|ws|socket\.io|uWebSockets\.js|next\/server|@nestjs\/[\w-]+|@modelcontextprotocol\/sdk\/server[\w/.-]*|@trpc\/server|@apollo\/server|apollo-server[\w-]*|graphql-yoga|discord\.js|eris|telegraf|grammy|@slack\/bolt|tmi\.js|matrix-bot-sdk|@whiskeysockets\/baileys|node-telegram-bot-api)['"]|\bcreateServer\(/

/** Folders and files of what a server does: https://nextjs.org/docs/app/building-your-application/routing/route-handlers and custom. */
export const SERVING_PLACES = /(?:^|\/)(?:server|servers|backend|back-end|pages\/api|routes|controllers|middlewares?|gateways?)\/|(?:^|\/)route\.[cm]?[jt]s$/

/** Folders of what runs for one user. */
export const OWN_PLACES = /(?:^|\/)(?:clients?|frontend|front-end|front|renderer|browser|ui|web|webview|public|components|hooks|composables|stores?)\//

/** Names of parameters that bring what a stranger asked for. */
export const ASKED: ReadonlySet<string> = new Set(['req', 'request', 'interaction'])

/** Last words of names that strangers to a program bring with them, in lower case. */
export const STRANGERS: ReadonlySet<string> = new Set(['cookie', 'email', 'ip', 'jid', 'jwt', 'nonce', 'phone', 'session', 'token', 'user', 'username', 'wallet', 'tx', 'txid'])

/** Last words of names of whole texts, of which each is another. */
export const TEXTS: ReadonlySet<string> = new Set([
  'body', 'code', 'content', 'contents', 'html', 'input', 'markdown', 'message', 'msg', 'phrase', 'prompt', 'raw', 'sentence', 'snippet', 'source', 'src', 'text', 'timestamp', 'formula',
])

/** Last words of names of what weighs: content, pictures, answers of a server. */
export const WEIGHTY = /(?:^|[a-z_])(?:[Dd]ata|[Dd]ata_?[Uu][Rr][Ll]|[Rr]esponse|[Cc]ontents?|[Bb]ody|[Hh]tml|[Bb]lob|[Bb]uffer|[Bb]ytes|[Ii]mage|[Bb]itmap|[Cc]anvas|[Tt]exture|[Aa]udio|[Pp]ixels|[Tt]humbnail|[Tt]okens|[Rr]ows|[Mm]essages|[Hh]istory|[Tt]imer|[Tt]imeout|[Ss]ocket|[Cc]onnection)$/

/** Calls that bring what weighs, by the last word of their callee. */
export const WEIGHTY_CALLS = /^(?:toDataURL|createObjectURL|createImageBitmap|setTimeout|setInterval)$|^(?:_|async|do)*(?:download|fetch|render|parse|compile|decode|highlight|tokenize|tokenise|transform|read)(?:[A-Z]|$)/

/** Constructions that weigh nothing by themselves. */
export const LIGHT_CONSTRUCTORS: ReadonlySet<string> = new Set(['Array', 'Date', 'Error', 'Map', 'Object', 'Promise', 'RegExp', 'Set', 'String', 'URL'])
