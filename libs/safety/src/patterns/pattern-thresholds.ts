import type { PatternThresholds } from './pattern.types.js';

/** A figure a clinic may change, and how far: whole numbers, both ends included. */
export interface ThresholdRange {
  from: number;
  to: number;
}

/**
 * PRODUCT 8, Pattern notes, to the letter: "two consecutive non-replies after ≥ 70 % answered · mean of the last three
 * check-ins gave back ≥ 70 % of a gain of ≥ 2 steps · the same trigger ≥ 3 times in 14 days, each 'reacted' · life
 * 'swamped' twice · PHQ-9 up ≥ 6 or GAD-7 up ≥ 4 against the mean of the last two. The first 72 hours after dosing
 * never make a baseline." What it leaves open is our choice and says so.
 */
export const DEFAULT_THRESHOLDS: PatternThresholds = {
  // Ours: four weeks, so that what was asked about on one monthly call does not come up on every later one.
  freshDays: 28,
  silentPrompts: 2,
  answeredPercent: 70,
  // Ours: six weeks hold some ten prompts of the usual plans.
  answeredWithinDays: 42,
  // Ours.
  answeredOutOf: 3,
  gainSteps: 2,
  givenBackPercent: 70,
  afterSessionHours: 72,
  sameTriggerTimes: 3,
  sameTriggerWithinDays: 14,
  swampedTimes: 2,
  // Ours: as long as a sign stays fresh.
  swampedWithinDays: 28,
  phq9Points: 6,
  gad7Points: 4,
};

/**
 * How far a clinic may go: far enough to hear less or more, not so far that a rule fires on one tap or never. The
 * measures may not be set below the published reliable change.
 */
export const THRESHOLD_RANGES: Readonly<Record<keyof PatternThresholds, ThresholdRange>> = {
  freshDays: { from: 7, to: 60 },
  silentPrompts: { from: 2, to: 6 },
  answeredPercent: { from: 50, to: 100 },
  answeredWithinDays: { from: 14, to: 60 },
  answeredOutOf: { from: 2, to: 10 },
  gainSteps: { from: 1, to: 4 },
  givenBackPercent: { from: 50, to: 100 },
  afterSessionHours: { from: 72, to: 168 },
  sameTriggerTimes: { from: 2, to: 10 },
  sameTriggerWithinDays: { from: 7, to: 28 },
  swampedTimes: { from: 2, to: 6 },
  swampedWithinDays: { from: 7, to: 60 },
  phq9Points: { from: 6, to: 15 },
  gad7Points: { from: 4, to: 12 },
};

export const THRESHOLD_NAMES = Object.keys(DEFAULT_THRESHOLDS) as (keyof PatternThresholds)[];

/** Whole and inside its range? */
export function isAllowed(name: keyof PatternThresholds, value: unknown): value is number {
  const { from, to } = THRESHOLD_RANGES[name];
  return Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
}

/**
 * A clinic's figures from its row; what is absent is the default, and so is what an older version of us allowed and
 * this one does not: a rule never runs on a figure that nobody stands for.
 */
export function thresholdsOf(stored: unknown): PatternThresholds {
  const given = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const figures = { ...DEFAULT_THRESHOLDS };
  for (const name of THRESHOLD_NAMES) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (isAllowed(name, value)) figures[name] = value;
  }
  return figures;
}
