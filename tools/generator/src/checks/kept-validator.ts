/** A JSON Schema as a function that is kept between runs: compiling the vocabulary's takes longer than checking all specs with it. */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { ValidateFunction } from "ajv/dist/2020.js";

const require = createRequire(import.meta.url);

const options = {
  allErrors: true,
  verbose: true,
  strict: false,
  validateFormats: false,
  // These three make compiling five times cheaper, for the runs that have to. A test validates the schema itself.
  validateSchema: false,
  inlineRefs: false,
  code: { optimize: false, source: true },
};

/** What the kept file exports: the function, and everything it was made of. */
type Kept = ValidateFunction & { readonly of: string };

/** @param file where the function is kept, a CommonJS file from which ajv can be found */
export function keptValidator(schema: object, file: string): ValidateFunction {
  const { version } = require("ajv/package.json") as { version: string };
  const of = JSON.stringify([version, options, schema]);
  const kept = read(file);
  if (kept?.of === of) return kept;
  const { Ajv2020 } = require("ajv/dist/2020.js") as typeof import("ajv/dist/2020.js");
  const { default: codeOf } =
    require("ajv/dist/standalone/index.js") as typeof import("ajv/dist/standalone/index.js");
  const ajv = new Ajv2020(options);
  const validate = ajv.compile(schema);
  keep(file, `${codeOf(ajv, validate)}\nmodule.exports.of = ${JSON.stringify(of)};\n`);
  return validate;
}

function read(file: string): Kept | undefined {
  try {
    return require(file) as Kept;
  } catch {
    // Not kept yet, or by an installation that is gone: it is made again.
    return undefined;
  }
}

function keep(file: string, code: string): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, code);
    // Two runs may do this at once; neither may find half of what the other wrote.
    renameSync(unfinished, file);
  } catch {
    // Where nothing can be kept, every run compiles.
  }
}
