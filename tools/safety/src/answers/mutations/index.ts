import type { Mutation } from "../mutation.ts";
import { anotherAnswer } from "./another-answer.ts";
import { bytes } from "./bytes.ts";
import { reply } from "./reply.ts";
import { structure } from "./structure.ts";
import { text } from "./text.ts";
import { value } from "./value.ts";

/** All mutations. */
export const mutations: readonly Mutation[] = [
  ...structure,
  ...value,
  ...text,
  ...bytes,
  ...reply,
  ...anotherAnswer,
];
