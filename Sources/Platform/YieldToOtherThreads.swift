/// From now on this thread, and those that it starts, run only as far as other threads leave the processor to them.
public func yieldToOtherThreads() {
  #if canImport(Darwin)
    pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0)
  #else
    // On Linux each thread has a priority of its own, which those that it starts inherit. Source: setpriority(2), "C
    // library/kernel differences".
    let thisThread: (which: Int32, who: UInt32) = (0, 0)
    setpriority(thisThread.which, thisThread.who, 10)
  #endif
}

/// Lets other threads run that wait for this processor. Who works beside them calls it now and then, since the system may let
/// them wait for the end of a time slice, which is some milliseconds.
public func giveWay() { sched_yield() }
