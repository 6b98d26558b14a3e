import { BadRequestException } from '@nestjs/common';
import { NotFound, staleVersion, TooManyTries } from '@app/platform/errors/errors.js';
import { QueueUnavailable } from '@app/platform/queues/queue-trouble.js';
import { problemOf, toldOf } from './problem.js';

const withCode = (code: string, message = 'canary') => Object.assign(new Error(message), { code });

describe('what is told of an error', () => {
  it.each([
    [new NotFound('client'), 404, 'not-found'],
    [staleVersion(), 409, 'conflict-version'],
    [new TooManyTries(7), 429, 'too-many-tries'],
    [new BadRequestException('canary'), 400, 'malformed'],
    [Object.assign(new Error('canary'), { statusCode: 413 }), 413, 'too-large'],
    [new QueueUnavailable('canary'), 503, 'unavailable'],
    [withCode('ECONNREFUSED'), 503, 'unavailable'],
    [withCode('57P01'), 503, 'unavailable'],
    [withCode('08006'), 503, 'unavailable'],
    [new Error('timeout exceeded when trying to connect'), 503, 'unavailable'],
    [new Error('Connection terminated unexpectedly'), 503, 'unavailable'],
    [withCode('23505'), 409, 'conflict'],
    [withCode('40001'), 409, 'conflict'],
    [withCode('22008'), 400, 'malformed'],
    [Object.assign(new Error('canary'), { driverError: { code: '40P01' } }), 409, 'conflict'],
    [withCode('42P01'), 500, 'internal'],
    [new Error('canary'), 500, 'internal'],
    ['canary', 500, 'internal'],
    [undefined, 500, 'internal'],
  ])('%s is %i %s', (error, status, code) => {
    const told = toldOf(error);
    expect(told).toMatchObject({ status, code });
    const answer = problemOf(told, 'request-1');
    expect(JSON.stringify(answer)).not.toContain('canary');
    expect(answer.title).not.toBe('');
  });

  it('words fields from the catalogue', () => {
    const field = { field: 'name', code: 'maxLength', params: { max: 120 } };
    const { errors } = problemOf({ status: 400, code: 'invalid', errors: [field] }, 'request-1');
    expect(errors).toEqual([{ ...field, message: 'Use at most 120 characters.' }]);
  });
});
