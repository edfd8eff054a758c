import { read } from "../repository.ts";

/** A pattern, and what to write instead. */
export type Term = [pattern: string, replacement: string];

/** The words that `docs/glossary.md` says not to use. */
export const unusedTerms: Term[] =
  read("docs/glossary.md")
    .split("## Words we do not use")[1]
    ?.split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| not "))
    .flatMap((line) => {
      const [, words = "", replacement = ""] = line.split("|").map((cell) => cell.trim());
      return words
        .split(", ")
        .map((word): Term => [`(?<![\\w-]|there )${word}(?![\\w-]| longer)`, replacement]);
    }) ?? [];
