import type { MeasureDefinition } from '@app/measures/measure.types.js';
import { findMeasure } from '@app/measures/measures.data.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { measurePoints } from '@app/reflections/measure-course.rules.js';
import { openMeasureResult } from '@app/reflections/measure-results.service.js';
import type { ReflectionBody } from '@app/reflections/reflection-body.js';
import type { ReflectionParts } from '@app/reflections/reflection-parts.js';
import type { BriefRows } from './brief-rows.js';
import { measureCourseView, type MeasureCourseView } from './measure-course.view.js';

/** The measures of one brief: their course, and what belongs to one reflection. */
export interface BriefMeasures {
  courses: MeasureCourseView[];
  of(reflectionId: string, body: Pick<ReflectionBody, 'question'>): ReflectionParts['measure'];
}

type MeasureRows = Pick<BriefRows, 'measures' | 'own_measures'>;

/** Opens what stands sealed; what nobody can open, in no one's key, is not there. */
export function briefMeasures(rows: MeasureRows, key: Key, clinicId: string): BriefMeasures {
  const results = rows.measures.map(({ reflection_id: reflectionId, body }) => ({
    reflectionId,
    body: openMeasureResult(key, clinicId, reflectionId, Buffer.from(body, 'base64')),
  }));
  const definitionOf = (code: string, version: number): MeasureDefinition | undefined => {
    const own = rows.own_measures.find((one) => one.code === code && one.version === version);
    return findMeasure(code, version) ?? (own && { ...own.definition, version });
  };
  const asked = new Map(results.map(({ body }) => [`${body.code} ${body.version}`, body]));
  const found = [...asked.values()].flatMap(({ code, version }) => definitionOf(code, version) ?? []);
  const courses = found.map((definition) => ({ definition, points: measurePoints(definition, results) }));
  const points = new Map(courses.flatMap((course) => course.points.map((one) => [one.reflectionId, one])));
  return {
    courses: courses
      .filter((course) => course.points.length > 0)
      .map((course) => measureCourseView(course.definition, course.points)),
    of: (reflectionId, { question: { measure } }) => {
      const definition = measure && definitionOf(measure.code, measure.version);
      return definition ? { definition, point: points.get(reflectionId) ?? null } : null;
    },
  };
}
