/**
 * What a change costs a caller. Every finding of every witness names one of these; what none of them knows is `unknown_word`
 * in a spec and `type_unclear` in types, and counts as the worst.
 */
import type { Bump } from "./bump.ts";

interface Rule {
  readonly effect: Bump;
  readonly because: string;
}

export const rules = {
  // Operations
  operation_added: { effect: "minor", because: "a new operation is there for who wants it" },
  operation_removed: { effect: "major", because: "programs that call it no longer compile" },
  address_changed: {
    effect: "major",
    because: "requests go elsewhere: callers' allow-lists and recordings break",
  },
  environment_added: { effect: "minor", because: "a new environment is there for who wants it" },
  environment_removed: { effect: "major", because: "programs that name it no longer compile" },

  // What the caller gives
  input_added: { effect: "minor", because: "a new optional field of a request" },
  input_demanded: { effect: "major", because: "programs that do not give it no longer compile" },
  input_removed: { effect: "major", because: "programs that give it no longer compile" },
  input_optional: { effect: "minor", because: "what had to be given may now be left out" },
  input_value_added: { effect: "minor", because: "a request may hold one more value" },
  input_value_removed: { effect: "major", because: "programs that give it are refused" },
  input_type_widened: { effect: "minor", because: "a request may hold one more type" },
  input_type_changed: {
    effect: "major",
    because: "programs that give the old type do not compile",
  },
  limit_loosened: { effect: "minor", because: "a request may hold what was refused before" },
  limit_tightened: {
    effect: "patch",
    because: "the provider refuses it anyway; now it is refused before anything is sent",
  },
  choice_changed: { effect: "major", because: "which fields go together is part of the types" },
  identity_changed: {
    effect: "major",
    because: "refunds that a journal holds would look like refunds of other payments",
  },
  capability_gained: { effect: "minor", because: "a refund is possible that was not" },
  capability_lost: { effect: "major", because: "a refund is no longer possible that was" },
  key_size_changed: { effect: "major", because: "callers need another key" },
  credential_format_changed: { effect: "major", because: "callers need another credential" },
  secrecy_changed: { effect: "patch", because: "only what is printed changes" },

  // What the client does by itself
  client_carries: { effect: "patch", because: "the client does it, callers change nothing" },

  // What the caller gets
  output_added: { effect: "minor", because: "a new field of an answer" },
  output_removed: { effect: "major", because: "programs that read it no longer compile" },
  output_optional: { effect: "major", because: "programs that rely on it no longer compile" },
  output_certain: { effect: "minor", because: "what could be absent is always there" },
  output_type_changed: { effect: "major", because: "programs that read it meet another type" },
  output_constant_changed: { effect: "major", because: "programs compare with the old value" },
  output_value_added: { effect: "minor", because: "lists of answered words are open" },
  output_value_removed: { effect: "minor", because: "lists of answered words are open" },
  output_closed_changed: {
    effect: "major",
    because: "the list of values is closed",
  },
  output_limit_changed: { effect: "patch", because: "only how far an answer is trusted changes" },
  shape_added: { effect: "major", because: "the union of documented answers is closed" },
  shape_removed: { effect: "major", because: "programs that read it no longer compile" },

  // What answers mean
  meaning_added: { effect: "minor", because: "an answer that was `unknown` has an outcome" },
  meaning_changed: { effect: "major", because: "the same answer has another outcome" },
  meaning_safer: { effect: "patch", because: "a correction toward safety" },
  meaning_reordered: { effect: "major", because: "the first condition that holds decides" },
  echo_added: { effect: "patch", because: "a correction toward safety" },
  echo_removed: { effect: "minor", because: "an answer that was `needs_review` succeeds" },
  refund_id_added: { effect: "minor", because: "a new field of an outcome" },
  refund_id_removed: { effect: "major", because: "programs that read it get nothing" },
  repeat_gained: { effect: "minor", because: "a decline says that it may be sent again" },
  repeat_lost: { effect: "patch", because: "a correction toward safety" },
  proof_added: { effect: "minor", because: "a refund that stayed uncertain is settled" },
  proof_changed: { effect: "major", because: "the same answer settles a refund in another way" },
  proof_removed: { effect: "patch", because: "a correction toward safety" },
  error_added: { effect: "minor", because: "the type of codes is open" },
  error_removed: { effect: "major", because: "programs that name the code no longer compile" },
  error_reason_changed: { effect: "major", because: "the same refusal has another reason" },
  error_safer: { effect: "patch", because: "a correction toward safety" },
  error_certain: { effect: "minor", because: "a refusal that was `unknown` is `declined`" },

  // Either way
  unit_changed: { effect: "major", because: "the same digits mean another amount or time" },

  // Exports
  export_added: { effect: "minor", because: "a new name is there for who wants it" },
  export_removed: { effect: "major", because: "programs that import it no longer compile" },
  listed_value_added: { effect: "minor", because: "no call takes or gives this list closed" },
  listed_value_removed: { effect: "major", because: "programs that name it no longer compile" },

  // The last release's own programs
  program_broken: { effect: "major", because: "a program that compiled no longer does" },
  refusal_gone: {
    effect: "minor",
    because: "code that did not compile now does; no program breaks",
  },
  vector_broken: { effect: "major", because: "the same call sends or gives something else" },

  // Anything else
  unknown_word: {
    effect: "major",
    because: "no rule of tools/changes/src/rules.ts knows this word, so the worst is assumed",
  },
  type_unclear: {
    effect: "major",
    because: "the comparison cannot see through this type, so the worst is assumed",
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof rules;
