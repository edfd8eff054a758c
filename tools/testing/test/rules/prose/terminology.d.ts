// The package has no types.
declare module "textlint-rule-terminology" {
  import type { TextlintKernelRule } from "@textlint/kernel";

  const rule: TextlintKernelRule["rule"];
  // biome-ignore lint/style/noDefaultExport: the package has one
  export default rule;
}
