// The validator of the Open XML SDK on Word files: their paths on standard input, a line each; for each
// a line of JSON out. `schema.py` runs it.
import { readFileSync } from 'node:fs'
import validate from '@ooxml-tools/validate'

// Newer vocabularies than this version's count as ignorable, as they do for whoever opens the file.
const VERSION = 'Office2019'

for (const file of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  let findings
  try {
    findings = (await validate(new Uint8Array(readFileSync(file)), VERSION)).map((found) => ({
      id: found.id, part: found.path?.partUri ?? '', path: found.path?.xpath ?? '', text: found.description,
    }))
  } catch (error) {
    findings = [{ id: 'refused', part: '', path: '', text: String(error) }]
  }
  console.log(JSON.stringify({ file, findings }))
}
process.exit(0)
