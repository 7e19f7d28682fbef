import { parts } from '../parts.mjs';
import { targetTable } from './targets.mjs';

/** The report for people, in Markdown: a section for each part, and the targets of all. */
export function reportText(report) {
  const { machine, date, source, peers, absent, targets } = report;
  const lines = [
    '# What a save costs',
    '',
    `${source}, ${machine.system}, ${date.slice(0, 10)}; load before the run ${machine.loadBefore}. ` +
      'Numbers are medians of the rounds (least–greatest).',
  ];
  for (const [peer, reason] of Object.entries(absent)) {
    lines.push('', `Absent: ${peers[peer]}, which could not be loaded here: ${reason}`);
  }
  for (const [name, result] of Object.entries(report.parts)) {
    const { length } = result.raw;
    lines.push('', `## ${parts[name].title}`, '', `${length} ${length === 1 ? 'round' : 'rounds'}.`, '');
    lines.push(...parts[name].table(result, report));
  }
  lines.push('', '## Against the targets', '', ...targetTable(targets));
  return `${lines.join('\n')}\n`;
}
