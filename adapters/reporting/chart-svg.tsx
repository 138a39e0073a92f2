import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { ChartBar, ReportChart } from './report-parts.ts';

const WIDTH = 640;
const ROW = 26;
const NAME_WIDTH = 190;
const VALUE_WIDTH = 70;
const UPRIGHT_HEIGHT = 200;
const FOOT = 22;
const HEAD = 20;
/** A number that is not shown gets an outline of this size. */
const HIDDEN_SIZE = 6;
/** More bars than this stand too close for their numbers. */
const MOST_NUMBERED = 13;

/** The size of a chart's picture in its own units, which are pixels at usual size. */
export function chartSize({ upright, bars }: ReportChart): { readonly width: number; readonly height: number } {
  return { width: WIDTH, height: upright ? UPRIGHT_HEIGHT : bars.length * ROW + 8 };
}

/** Where a bar leads to; `null`: nowhere. */
export type BarAddress = (bar: ChartBar) => string | null;

const NOWHERE: BarAddress = () => null;

/** Draws a chart without any script; colours come from the page's style sheet, or are dark on white without one. */
export function ChartSvg({ chart, to = NOWHERE }: { readonly chart: ReportChart; readonly to?: BarAddress }) {
  const { width, height } = chartSize(chart);
  const most = Math.max(1, ...chart.bars.map(({ value }) => value ?? 0));
  const told = chart.bars.map(({ label, shown }) => `${label}: ${shown}`).join('; ');
  return (
    <svg
      class="chart"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role={to === NOWHERE ? 'img' : 'group'}
      aria-label={`${chart.title}. ${told}`}
      font-family="Be Vietnam Pro, DejaVu Sans, Arial, sans-serif"
      font-size="12"
    >
      {chart.upright ? (
        <UprightBars chart={chart} most={most} to={to} />
      ) : (
        <LyingBars chart={chart} most={most} to={to} />
      )}
    </svg>
  );
}

/** The same as a file of its own. */
export function chartFile(chart: ReportChart): string {
  return renderToString(<ChartSvg chart={chart} />);
}

interface BarsProps {
  readonly chart: ReportChart;
  readonly most: number;
  readonly to: BarAddress;
}

/** A bar with its words, as a link where it leads anywhere. */
function Linked({
  bar,
  to,
  children,
}: {
  readonly bar: ChartBar;
  readonly to: BarAddress;
  readonly children: ComponentChildren;
}) {
  const address = to(bar);
  if (address === null) return <g>{children}</g>;
  return (
    <a href={address} aria-label={`${bar.label}: ${bar.shown}`}>
      {children}
    </a>
  );
}

function LyingBars({ chart, most, to }: BarsProps) {
  const room = WIDTH - NAME_WIDTH - VALUE_WIDTH;
  return (
    <>
      {chart.bars.map((bar, index) => {
        const { label, value, shown } = bar;
        const y = index * ROW + 4;
        const length = value === null ? HIDDEN_SIZE : Math.max(1, (room * value) / most);
        return (
          <Linked key={label} bar={bar} to={to}>
            <text class="chart-words" x={NAME_WIDTH - 8} y={y + 15} text-anchor="end" fill="#12242c">
              {label}
            </text>
            <Bar x={NAME_WIDTH} y={y} width={length} height={ROW - 8} isHidden={value === null} />
            <text class="chart-words" x={NAME_WIDTH + length + 6} y={y + 14} fill="#12242c">
              {shown}
            </text>
          </Linked>
        );
      })}
    </>
  );
}

function UprightBars({ chart, most, to }: BarsProps) {
  const step = WIDTH / chart.bars.length;
  const room = UPRIGHT_HEIGHT - FOOT - HEAD;
  const thick = Math.max(4, Math.min(44, step * 0.7));
  const isNumbered = chart.bars.length <= MOST_NUMBERED;
  const peak = chart.bars.findIndex(({ value }) => value === most);
  return (
    <>
      <line class="chart-line" x1="0" x2={WIDTH} y1={HEAD + room} y2={HEAD + room} stroke="#7b919a" />
      {chart.bars.map((bar, index) => {
        const { label, value, shown } = bar;
        const height = value === null ? HIDDEN_SIZE : (room * value) / most;
        const middle = rounded(index * step + step / 2);
        const top = HEAD + room - height;
        return (
          <Linked key={label} bar={bar} to={to}>
            <Bar x={middle - thick / 2} y={top} width={thick} height={height} isHidden={value === null} />
            {isNumbered || index === peak ? (
              <text class="chart-words" x={middle} y={rounded(top - 5)} text-anchor="middle" fill="#12242c">
                {shown}
              </text>
            ) : null}
            <text
              class="chart-words"
              x={middle}
              y={UPRIGHT_HEIGHT - 6}
              text-anchor="middle"
              fill="#12242c"
              font-size="11"
            >
              {label}
            </text>
          </Linked>
        );
      })}
    </>
  );
}

function Bar(props: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isHidden: boolean;
}) {
  const { x, y, width, height, isHidden } = props;
  const place = { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
  return isHidden ? (
    <rect class="chart-hidden" {...place} fill="none" stroke="#7b919a" stroke-dasharray="2 2" />
  ) : (
    <rect class="chart-bar" {...place} fill="#0b5566" />
  );
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
