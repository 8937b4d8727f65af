// CommonJS configurations get the plugin itself, not a namespace with a default.
import plugin = require('./index.js')
export = plugin.default
