// Starts the demonstration on a free port and reads its standard output, which is a contract.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { homedir } from 'node:os'
import { join } from 'node:path'

const target = process.env.CARGO_TARGET_DIR ?? join(homedir(), '.cache/unavoce/target')

/** The program as `cargo test` built it. */
export const program = process.env.UNAVOCE ?? join(target, 'debug/unavoce')

/** Makes a base and returned Word files; an example of the crate `unavoce`. */
export const returnsMaker = process.env.RETURNS ?? join(target, 'debug/examples/returns')

/**
 * @param {string[]} more further arguments of `unavoce demo`
 * @returns {Promise<{base: string, links: Record<string, string>, lines: string[], stop: () => Promise<void>, kill: () => Promise<void>}>}
 */
export async function startDemo(...more) {
  const child = spawn(program, ['demo', '--port', '0', ...more], { stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  child.stderr.on('data', (bytes) => { log += bytes })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const end = (signal) => async () => { child.kill(signal); await ended }
  const lines = []
  const links = {}
  let base
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (line === 'ready') {
      return { base, links, lines, stop: end('SIGTERM'), kill: end('SIGKILL') }
    }
    const words = line.split(' ')
    const address = words.pop()
    if (words[0] === 'listening') base = address
    else links[words.join(' ')] = address
  }
  throw new Error(`the demonstration did not start:\n${log}`)
}
