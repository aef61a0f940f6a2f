import type { ComponentChildren, Ref } from 'preact'
import { classes } from '../classes.ts'
import type { GraphTexts } from './graph.ts'

interface FrameProps {
  texts: GraphTexts
  /** Height of the whole picture in pixels; the window is one of three, so that waking and folding move nothing on the page. */
  height: number
  /** The browser has taken over: the picture is moved, not scrolled. */
  isAwake?: boolean
  place?: Ref<HTMLElement>
  onKeyDown?: (event: KeyboardEvent) => void
  children: ComponentChildren
}

/** The window through which a graph is looked at. */
export function GraphFrame({ texts, height, isAwake = false, place, onKeyDown, children }: FrameProps) {
  return (
    <section
      ref={place}
      class={classes('graph', height > 700 ? 'high' : height < 300 && 'low', isAwake && 'awake')}
      aria-label={texts.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: wide content that scrolls must be reachable by keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {children}
    </section>
  )
}

interface PictureProps {
  texts: GraphTexts
  width: number | string
  height: number | string
  picture?: Ref<SVGSVGElement>
  transform?: string | undefined
  children: ComponentChildren
}

/** The picture itself: its name, the head of its arrows, and what is moved as one. */
export function GraphPicture({ texts, width, height, picture, transform, children }: PictureProps) {
  return (
    <svg
      ref={picture}
      width={width}
      height={height}
      viewBox={typeof width === 'number' ? `0 0 ${width} ${height}` : undefined}
    >
      <title>{texts.title}</title>
      <defs>
        <marker
          id="graph-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      <g transform={transform}>{children}</g>
    </svg>
  )
}
