import Table from "cli-table3";
import type { Finding } from "./finding.ts";

/** One row for each package, one column for each check; a cell with something wrong in it ends with "!". */
export function tableOf(findings: readonly Finding[]): string {
  const columns = [...new Set(findings.map(({ column }) => column))];
  const table = new Table({ head: ["", ...columns], style: { head: [], border: [] } });
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

/** The same complaint of several packages, as of a runtime that did not start, is told once. */
export function complaints(findings: readonly Finding[]): string[] {
  const packages = new Map<string, string[]>();
  for (const { package: name, problems } of findings) {
    for (const problem of problems) {
      packages.set(problem, [...(packages.get(problem) ?? []), name]);
    }
  }
  return [...packages].map(([problem, names]) => `${names.join(", ")}: ${problem}`);
}
