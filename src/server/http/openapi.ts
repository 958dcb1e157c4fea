// What does the API look like to a program? OpenAPI 3.1 from the schemas that validate.
import { z } from 'zod';
import { ROUTES, type Route } from '../../contract/api.ts';

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _drop, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return rest;
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): unknown[] {
  if (!schema) return [];
  const json = schemaOf(schema, 'input') as { properties?: Record<string, unknown>; required?: string[] };
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (json.required ?? []).includes(name),
    schema: property,
  }));
}

function operation(name: string, route: Route): unknown {
  return {
    operationId: name,
    summary: route.summary,
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
          },
        }
      : {}),
    responses: {
      200: route.reply
        ? { description: 'OK', content: { 'application/json': { schema: schemaOf(route.reply, 'output') } } }
        : { description: 'A file or a stream' },
      default: {
        description: 'A refusal (problem+json, RFC 9457)',
        content: { 'application/problem+json': {} },
      },
    },
  };
}

export function openApi(): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(ROUTES)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return { openapi: '3.1.0', info: { title: '守野 Shouye', version: '0.1.0' }, paths };
}
