import type { MeasureDefinition } from '../measure.types.js';

/** Total alone: its published cut points and change figures are from veterans, so they are told and never a rule. */
export const PCL_5: MeasureDefinition = {
  code: 'pcl-5',
  version: 1,
  title: 'PCL-5',
  language: 'en-US',
  source:
    'Weathers FW, Litz BT, Keane TM, Palmieri PA, Marx BP, Schnurr PP. The PTSD Checklist for DSM-5 (PCL-5) – Standard. National Center for PTSD, 2013. www.ptsd.va.gov',
  licence:
    'Made by staff of the National Center for PTSD, U.S. Department of Veterans Affairs. In the public domain, not copyrighted.',
  population:
    'No bands. A change of 15 to 18 points was reliable among male veterans (Marx BP and others, Psychological Assessment 2022;34(2):197–203). It is a note here and no rule: your clients may differ.',
  // A month has at most 31 days: one day longer is kinder than asking about the day of a session.
  windowDays: 31,
  stem: 'In the past month, how much were you bothered by:',
  items: [
    'Repeated, disturbing, and unwanted memories of the stressful experience?',
    'Repeated, disturbing dreams of the stressful experience?',
    'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
    'Feeling very upset when something reminded you of the stressful experience?',
    'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
    'Avoiding memories, thoughts, or feelings related to the stressful experience?',
    'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
    'Trouble remembering important parts of the stressful experience?',
    'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
    'Blaming yourself or someone else for the stressful experience or what happened after it?',
    'Having strong negative feelings such as fear, horror, anger, guilt, or shame?',
    'Loss of interest in activities that you used to enjoy?',
    'Feeling distant or cut off from other people?',
    'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
    'Irritable behavior, angry outbursts, or acting aggressively?',
    'Taking too many risks or doing things that could cause you harm?',
    'Being “superalert” or watchful or on guard?',
    'Feeling jumpy or easily startled?',
    'Having difficulty concentrating?',
    'Trouble falling or staying asleep?',
  ].map((text, index) => ({ id: String(index + 1), text })),
  options: [
    { value: 0, label: 'Not at all' },
    { value: 1, label: 'A little bit' },
    { value: 2, label: 'Moderately' },
    { value: 3, label: 'Quite a bit' },
    { value: 4, label: 'Extremely' },
  ],
  unscored: [],
  range: { from: 0, to: 80 },
  bands: [],
  change: null,
  safetyItem: null,
  needsIndexEvent: true,
};
