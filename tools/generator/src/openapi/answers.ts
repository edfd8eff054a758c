/** The documented answers of an operation: with a body, without one, and their headers. */
import { type At, resolve } from "@refunds/spec-reader";
import type {
  OpenApi,
  RawBody,
  RawMedia,
  RawOperation,
  RawParameter,
  RawResponse,
} from "./document.ts";
import type { LocatedSchema } from "./schemas.ts";

export interface AnswerHeader {
  readonly name: string;
  readonly required: boolean;
  readonly schema: LocatedSchema;
}

export interface Answer {
  /** The key under `responses`: `200`, `4XX`, `default`. */
  readonly status: string;
  readonly mediaType: string;
  readonly media: RawMedia;
  readonly schema: LocatedSchema;
  readonly at: At;
}

export const isJson = (mediaType: string) => /^application\/([\w.-]+\+)?json$/.test(mediaType);

export function answersOf(root: OpenApi, raw: RawOperation, at: At): Answer[] {
  return Object.entries(raw.responses).flatMap(([status, response]) => {
    const found = resolve<RawBody>(root, response, [...at, "responses", status]);
    const [mediaType, media] =
      Object.entries(found?.value.content ?? {}).find(([type]) => isJson(type)) ?? [];
    if (!found || mediaType === undefined || !media?.schema) return [];
    const contentAt = [...found.at, "content", mediaType];
    return [
      {
        status,
        mediaType,
        media,
        schema: { value: media.schema, at: [...contentAt, "schema"] },
        at: contentAt,
      },
    ];
  });
}

export function emptyOf(root: OpenApi, raw: RawOperation, at: At): { status: string; at: At }[] {
  return Object.entries(raw.responses).flatMap(([status, response]) => {
    const found = resolve<RawBody>(root, response, [...at, "responses", status]);
    return found && found.value.content === undefined ? [{ status, at: found.at }] : [];
  });
}

export function headersOf(root: OpenApi, raw: RawOperation, at: At): AnswerHeader[] {
  return Object.entries(raw.responses).flatMap(([status, response]) => {
    const found = resolve<RawResponse>(root, response, [...at, "responses", status]);
    return Object.entries(found?.value.headers ?? {}).flatMap(([name, header]) => {
      const one = resolve<RawParameter>(root, header, [...(found?.at ?? []), "headers", name]);
      if (!one) return [];
      const { required = false, description, schema } = one.value;
      const value = { ...(description !== undefined && { description }), ...schema };
      return [{ name, required, schema: { value, at: [...one.at, "schema"] } }];
    });
  });
}
