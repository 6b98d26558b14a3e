import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { Malformed } from './malformed.js';
import type { FieldError } from '@app/platform/errors/field-error.types.js';

/** Checks bodies and queries against their classes; knows nothing that the class does not name. */
export function requestPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    // Only to look the constraints up; nothing of it is told.
    validationError: { target: true, value: false },
    exceptionFactory: (errors) =>
      new Malformed(
        'invalid',
        errors.flatMap((error) => fieldErrors(error)),
      ),
  });
}

/** Of several complaints about one field the most telling one is told. */
const TELLING = [
  'whitelistValidation',
  'isDefined',
  'isNotEmpty',
  'isString',
  'isInt',
  'isArray',
  'isObject',
];
const CODES: Record<string, string> = { nestedValidation: 'isObject' };

function fieldErrors(error: ValidationError, path = ''): FieldError[] {
  const field = `${path}${error.property}`;
  const names = Object.keys(error.constraints ?? {});
  const name = TELLING.find((each) => names.includes(each)) ?? names[0];
  const own = name ? [{ field, code: CODES[name] ?? name, params: paramsOf(error, name) }] : [];
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, `${field}.`))];
}

/** class-validator keeps a constraint's arguments in its metadata only. */
function paramsOf({ target, property }: ValidationError, name: string): FieldError['params'] {
  if (!target) return {};
  const found = getMetadataStorage()
    .getTargetValidationMetadatas(target.constructor, '', false, false)
    .find((metadata) => metadata.propertyName === property && metadata.name === name);
  const [first, second] = (found?.constraints ?? []) as unknown[];
  switch (name) {
    case 'isIn':
    case 'isEnum':
      return { values: Object.values(first as object).join(', ') };
    case 'min':
    case 'minLength':
    case 'arrayMinSize':
      return { min: first as number };
    case 'max':
    case 'maxLength':
    case 'arrayMaxSize':
      return { max: first as number };
    case 'length':
    case 'isLength':
      return { min: first as number, max: second as number };
    default:
      return {};
  }
}
