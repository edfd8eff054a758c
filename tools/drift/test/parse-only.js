/** The least that could be asked of a check: Node has started, and the page's parser has parsed it. */
import { readFileSync } from "node:fs";
import { enableCompileCache } from "node:module";

enableCompileCache(process.argv[3]);
const { parse } = await import("parse5");
parse(readFileSync(process.argv[2] ?? "", "utf8"));
