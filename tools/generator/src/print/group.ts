/** A group of fields as a TypeScript type; a choice among them becomes a union. */
import type { FieldDoc, FieldGroup } from "../model.ts";
import { doc, sentence } from "./text.ts";

export function printField({ name, description, type, optional }: FieldDoc, indent = "  "): string {
  const about = description ? doc([sentence(description)], indent) : "";
  return `${about}${indent}readonly ${name}${optional ? "?" : ""}: ${type};\n`;
}

const absent = (name: string) => `  readonly ${name}?: never;\n`;

/** One object for each way to choose, the fields not chosen forbidden in it. */
export function printGroup({ fields, exactlyOne }: FieldGroup): string {
  const choices = exactlyOne.reduce<string[][]>(
    (ways, group) => ways.flatMap((way) => group.map((name) => [...way, name])),
    [[]],
  );
  const grouped = new Set(exactlyOne.flat());
  return choices
    .map((chosen) => {
      const members = fields.map((field) => {
        if (!grouped.has(field.name)) return printField(field);
        return chosen.includes(field.name)
          ? printField({ ...field, optional: false })
          : absent(field.name);
      });
      return `{\n${members.join("")}}`;
    })
    .join(" | ");
}

/** Alternatives of which the caller gives one, whole: a type for each. */
export function printAlternatives(sets: readonly (readonly FieldDoc[])[]): string[] {
  const names = [...new Set(sets.flatMap((set) => set.map(({ name }) => name)))];
  return sets.map((set) => {
    const others = names.filter((name) => !set.some((field) => field.name === name));
    return `{\n${set.map((field) => printField(field)).join("")}${others.map(absent).join("")}}`;
  });
}

/** An interface where one shape says it all, else a type. */
export const declare = (name: string, type: string) =>
  type.startsWith("{") && !type.includes("} | {")
    ? `export interface ${name} ${type}\n`
    : `export type ${name} = ${type};\n`;
