/* Processor time, for measurements only: no picture may depend on it. */
#ifndef CC_BASE_CPU_H
#define CC_BASE_CPU_H

double cc_cpu_ms(void); /* of this thread, since some start [ms] */

#endif
