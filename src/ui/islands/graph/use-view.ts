import { select } from 'd3-selection'
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom'
import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

const SCALES: [number, number] = [0.15, 2.5]

export interface Size {
  width: number
  height: number
}

/** What part of a picture is seen through its window, and the ways to see another. Nothing moves before the browser has woken. */
export function useView(picture: RefObject<SVGSVGElement | null>) {
  const [isAwake, setAwake] = useState(false)
  const [view, setView] = useState<ZoomTransform>(zoomIdentity)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown>>(null)

  useEffect(() => {
    const svg = picture.current
    const frame = svg?.parentElement
    if (!svg || !frame) return
    behaviour.current = zoom<SVGSVGElement, unknown>()
      .scaleExtent(SCALES)
      .filter(isMeant)
      .on('start', () => frame.classList.add('moving'))
      .on('end', () => frame.classList.remove('moving'))
      .on('zoom', ({ transform }: { transform: ZoomTransform }) => setView(transform))
    select(svg).call(behaviour.current).on('dblclick.zoom', null)
    const measure = () => setSize({ width: frame.clientWidth, height: frame.clientHeight })
    const watch = new ResizeObserver(measure)
    watch.observe(frame)
    frame.scrollTo(0, 0)
    measure()
    setAwake(true)
    return () => watch.disconnect()
  }, [])

  const show = (to: ZoomTransform) => {
    if (picture.current && behaviour.current) select(picture.current).call(behaviour.current.transform, to)
  }
  return {
    isAwake,
    view,
    size,
    show,
    scaleBy(factor: number) {
      if (picture.current && behaviour.current) select(picture.current).call(behaviour.current.scaleBy, factor)
    },
    /** Puts a point of the picture in the middle of the window. */
    centre: (x: number, y: number, scale = view.k) =>
      show(zoomIdentity.translate(size.width / 2 - x * scale, size.height / 2 - y * scale).scale(scale)),
    /** Shows all of a picture, never larger than it is. */
    whole: (all: Size) => {
      const scale = Math.max(SCALES[0], wholeScale(all, size))
      show(
        zoomIdentity
          .translate((size.width - all.width * scale) / 2, (size.height - all.height * scale) / 2)
          .scale(scale),
      )
    },
  }
}

/** How large a picture is when all of it is seen. */
export function wholeScale(all: Size, size: Size): number {
  return Math.min(1, size.width / all.width, size.height / all.height)
}

/** One finger and the wheel scroll the page, unless the picture fills the screen. */
function isMeant(event: Event): boolean {
  const isAlone = document.fullscreenElement !== null
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey || isAlone
  if (event.type.startsWith('touch')) return (event as TouchEvent).touches.length > 1 || isAlone
  return !(event as MouseEvent).button
}
