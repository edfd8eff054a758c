import Table from "cli-table3";
import type { Finding } from "./finding.ts";

/** One row for each package, and one column for each check. A cell with a problem ends with "!". */
export function tableOf(findings: readonly Finding[]): string {
  const columns = [...new Set(findings.map(({ column }) => column))];
  const table = new Table({
    head: ["", ...columns],
    style: { head: [], border: [], compact: true },
  });
  for (const name of new Set(findings.map((finding) => finding.package))) {
    const cells = columns.map((column) => {
      const finding = findings.find((each) => each.package === name && each.column === column);
      if (!finding) return "";
      return finding.problems.length > 0 ? `${finding.cell} !` : finding.cell;
    });
    table.push([name, ...cells]);
  }
  return table.toString();
}

/** More lines usually have the same cause. */
const maxLines = 40;

/** The problems, one per line. A problem of several packages or runtimes is listed once. */
export function problemLines(findings: readonly Finding[]): string[] {
  const found = new Map<string, { packages: Set<string>; columns: Set<string> }>();
  for (const { package: name, column, problems } of findings) {
    for (const problem of problems) {
      const where = found.get(problem) ?? { packages: new Set(), columns: new Set() };
      found.set(problem, where);
      where.packages.add(name);
      where.columns.add(column);
    }
  }
  const lines = [...found].map(
    ([problem, { packages, columns }]) =>
      `${[...packages].join(", ")} (${[...columns].join(", ")}): ${problem}`,
  );
  const rest = lines.length - maxLines;
  return rest > 0 ? [...lines.slice(0, maxLines), `... and ${rest} more`] : lines;
}
