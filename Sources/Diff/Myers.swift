/// The id of an interned element: equal ids are equal elements.
public typealias ElementID = UInt32
