import type { SandboxRequest } from "../records.ts";

/** The line that the command prints for a request. It has nothing of the query, the headers or the body, which may have credentials. */
export function requestText({
  method,
  url,
  status,
  situation,
  because,
  fault,
}: SandboxRequest): string {
  const judged = because === undefined ? situation : `${situation} (${because})`;
  const end = fault === undefined ? "" : `, fault ${fault}`;
  // What was refused may be quoted, and a terminal obeys control characters.
  const line = `${method} ${new URL(url).pathname}: ${status ?? "no answer"}, ${judged}${end}`;
  return line.replaceAll(/[^ -~]/g, "?");
}
