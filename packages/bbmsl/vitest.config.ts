// Generated from specs/bbmsl.yaml by `pnpm generate`. Do not edit: edit the spec.

export { default } from "../../vitest.shared.ts";
