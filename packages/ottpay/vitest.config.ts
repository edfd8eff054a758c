// Generated from specs/ottpay.yaml by `pnpm generate`. Do not edit: edit the spec.

export { default } from "../../vitest.shared.ts";
