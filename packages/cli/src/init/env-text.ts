/** The lines of `.env.example` and `.env`. */
import { databaseVariable, type Plan, variablesOf } from "./plan.ts";

/** Names without values, each with what it is. */
export const exampleLines = (plan: Plan): string[] => [
  ...variablesOf(plan).flatMap(({ name, field }) => [
    `# ${field.description.replace(/\s+/g, " ")}`,
    `${name}=`,
  ]),
  ...(plan.journal === "postgres" ? ["# The journal.", `${databaseVariable}=`] : []),
];

/** What the sandbox accepts. A key pair has no sample: the sandbox makes one at its start. */
export const sandboxLines = (plan: Plan): string[] =>
  variablesOf(plan).flatMap(({ name, field }) =>
    field.sample === undefined ? [] : [`${name}=${JSON.stringify(String(field.sample))}`],
  );

/** Variables that the sandbox has no sample of. */
export const withoutSample = (plan: Plan): string[] =>
  variablesOf(plan).flatMap(({ name, field }) => (field.sample === undefined ? [name] : []));
