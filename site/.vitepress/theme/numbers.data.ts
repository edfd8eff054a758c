import { fileURLToPath } from "node:url";
import { type Numbers, readNumbers } from "../../src/numbers.ts";

declare const data: Numbers;

export { data };

const root = fileURLToPath(new URL("../../..", import.meta.url));

export default {
  watch: ["../../../docs/figures/*.json", "../../../docs/faults.md", "../../../specs/*.yaml"],
  load: (): Numbers => readNumbers(root),
};
