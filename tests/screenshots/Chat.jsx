import { useEffect, useState } from 'react'
import { toHtml } from './markup'

export function Chat({ room, messages }) {
  const [width, setWidth] = useState(innerWidth)
  useEffect(() => {
    window.addEventListener('resize', () => setWidth(innerWidth))
  }, [room])
  return <List width={width} authors={authorsOf(messages)} />
}

function authorsOf(messages) {
  let authors = []
  for (const { author } of messages) authors = [...authors, author]
  return authors
}

const rendered = new Map()

export function htmlOf(text) {
  if (!rendered.has(text)) rendered.set(text, toHtml(text))
  return rendered.get(text)
}
