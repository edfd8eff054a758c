// Generated from specs/przelewy24.yaml by `npm run generate`. Do not edit: edit the spec.

export { default } from "../../vitest.shared.ts";
